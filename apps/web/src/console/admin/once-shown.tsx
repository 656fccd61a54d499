import { useId } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Icon } from '../../kit/icon.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';

/** A secret that the server does not tell a second time: it stands until the person says that it is kept. */
export function OnceShown({
  title,
  hint,
  label,
  secret,
  onClose,
}: {
  title: string;
  hint: string;
  label: string;
  secret: string;
  onClose: () => void;
}) {
  const t = useTexts('admin');
  const id = useId();
  const copy = () =>
    // On plain http the browser offers no clipboard: the words are marked so that one key copies them.
    navigator.clipboard?.writeText(secret).then(
      () => toast(t('kit:copied')),
      () => (document.getElementById(id) as HTMLInputElement | null)?.select(),
    ) ?? (document.getElementById(id) as HTMLInputElement | null)?.select();
  return (
    <Dialog
      open
      title={title}
      // Escape would lose it for good.
      onClose={() => {}}
      actions={
        <button type="button" className="button button-primary" onClick={onClose}>
          {t('once.kept')}
        </button>
      }
    >
      <div className="admin-form">
        <p>{hint}</p>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <div className="admin-secret">
          <input id={id} className="input" readOnly value={secret} onFocus={(event) => event.target.select()} />
          <button type="button" className="button" onClick={() => void copy()}>
            <Icon name="copy" />
            {t('once.copy')}
          </button>
        </div>
        <p className="admin-warn">
          <Icon name="warning" />
          {t('once.warn')}
        </p>
      </div>
    </Dialog>
  );
}
