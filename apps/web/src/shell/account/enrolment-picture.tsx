import { QRCodeSVG } from '@rc-component/qrcode';

/** The address of the second factor as a picture that the authenticator scans: black on white in either theme, or scanners fail. */
export default function EnrolmentPicture({ value, label }: { value: string; label: string }) {
  return (
    <div role="img" aria-label={label}>
      <QRCodeSVG value={value} size={184} fgColor="#000" bgColor="#fff" marginSize={3} />
    </div>
  );
}
