import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';
import '../../kit/dialog.css';
import './drawer.css';

/** A panel at the end of the page for what stands behind a figure or a deadline; keeps the focus, closes on Escape. */
export function Drawer({ open, title, onClose, children }: { open: boolean; title: string; onClose: () => void; children: ReactNode }) {
  const t = useTexts('matter');
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !element.current?.open) element.current?.showModal();
  }, [open]);
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is one outside of the panel
    <dialog
      ref={element}
      className="drawer"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="drawer-panel">
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="button button-quiet button-icon" aria-label={t('drawer.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="drawer-body">{children}</div>
      </div>
    </dialog>
  );
}
