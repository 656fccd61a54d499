import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './popover.css';

/** A small panel under its button; closes on Escape, on a click elsewhere and on leaving it with the Tab key. */
export function Popover({
  label,
  button,
  className = 'button button-quiet',
  children,
}: {
  label: string;
  button: ReactNode;
  className?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => !host.current?.contains(event.target as Node) && setOpen(false);
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    addEventListener('pointerdown', outside);
    addEventListener('focusin', outside);
    addEventListener('keydown', onEscape);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('focusin', outside);
      removeEventListener('keydown', onEscape);
    };
  }, [open]);
  return (
    <div className="popover-host" ref={host}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <section className="popover" id={id} aria-label={label}>
          {children(() => setOpen(false))}
        </section>
      )}
    </div>
  );
}
