import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import './dialog.css';

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  /** Width in rem; a phone takes the whole width. */
  width?: number;
}

/** A modal over the browser's own <dialog>: it keeps the focus, closes on Escape, gives the focus back. */
export function Dialog({ open, title, onClose, children, actions, width = 28 }: DialogProps) {
  const t = useTexts('kit');
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={id}
      style={{ '--dialog-width': `${width}rem` } as CSSProperties}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button button-quiet button-icon" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer className="dialog-foot">{actions}</footer>}
    </dialog>
  );
}
