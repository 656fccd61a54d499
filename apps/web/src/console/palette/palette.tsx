import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint } from '../../kit/keys.tsx';
import { useTexts } from '../../shell/language.ts';
import { useEntries } from './use-entries.ts';
import './palette.css';

/** One field for everything: type, move with the arrows, take with Enter. Closes on Escape and on a click beside it. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts('palette');
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [text, setText] = useState('');
  const [settled, setSettled] = useState('');
  const [active, setActive] = useState(0);
  const { entries, searching } = useEntries(text, settled);
  const at = Math.min(active, entries.length - 1);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const step = (by: number) => {
    const next = (at + by + entries.length) % entries.length;
    setActive(next);
    list.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const take = (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    onClose();
    entry.run();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is one outside of the panel
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="palette-panel">
        <div className="palette-field">
          <Icon name="search" size={20} />
          <input
            role="combobox"
            aria-label={t('open')}
            aria-expanded={entries.length > 0}
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={entries[at] ? `${id}-${at}` : undefined}
            placeholder={t('placeholder')}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                if (entries.length > 0) step(event.key === 'ArrowDown' ? 1 : -1);
              } else if (event.key === 'Enter') {
                event.preventDefault();
                take(at);
              }
            }}
          />
          <KeyHint keys="Escape" />
        </div>
        <div className="palette-list" id={id} ref={list} role="listbox" aria-label={t('title')}>
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keyboard
            <div
              key={entry.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              data-at={index}
              data-first={entries[index - 1]?.group === entry.group ? undefined : t(`group.${entry.group}`)}
              className="palette-entry"
              onPointerMove={() => index !== at && setActive(index)}
              onClick={() => take(index)}
            >
              <Icon name={entry.icon} />
              <span className="palette-words">
                <span>{entry.label}</span>
                {entry.hint && <small>{entry.hint}</small>}
              </span>
              {entry.keys && <KeyHint keys={entry.keys} />}
            </div>
          ))}
        </div>
        <p className="palette-state" role="status">
          {searching ? t('searching') : entries.length === 0 ? t('none') : ''}
        </p>
      </div>
    </dialog>
  );
}
