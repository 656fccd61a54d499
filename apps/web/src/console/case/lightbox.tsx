import type { MatterDetail } from '@gongzhi/contract/matters';
import { useDates } from '../../kit/dates.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useKeys } from '../../kit/keys.tsx';
import { useTexts } from '../../shell/language.ts';

interface LightboxProps {
  photos: MatterDetail['files'];
  at: number;
  onMove: (at: number) => void;
  onClose: () => void;
}

/** One photo as large as the window allows; the arrows go on. */
export function Lightbox({ photos, at, onMove, onClose }: LightboxProps) {
  const t = useTexts('case');
  const dates = useDates();
  const photo = photos[at]!;
  const move = (step: number) => onMove((at + step + photos.length) % photos.length);
  useKeys(t('files.title'), [
    { keys: 'ArrowLeft', label: t('files.previous'), run: () => move(-1), inFields: true },
    { keys: 'ArrowRight', label: t('files.next'), run: () => move(1), inFields: true },
  ]);
  return (
    <Dialog
      open
      title={t('files.nth', { n: at + 1, count: photos.length })}
      onClose={onClose}
      width={64}
      actions={
        photos.length > 1 && (
          <>
            <button type="button" className="button" onClick={() => move(-1)}>
              <Icon name="back" />
              {t('files.previous')}
            </button>
            <button type="button" className="button" onClick={() => move(1)}>
              <Icon name="next" />
              {t('files.next')}
            </button>
          </>
        )
      }
    >
      <figure className="case-lightbox">
        <img src={photo.url} alt={photo.name} />
        <figcaption>
          {t(`files.stage.${photo.stage}`)} · {dates.moment(photo.at)} · {photo.name}
        </figcaption>
      </figure>
    </Dialog>
  );
}
