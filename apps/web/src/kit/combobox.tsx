import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import './combobox.css';

export interface Option {
  value: string;
  label: string;
  /** A second line: the parent, the code. */
  hint?: string | undefined;
}

interface ComboboxProps {
  id: string;
  /** The options chosen; at most one unless `several`. */
  chosen: readonly Option[];
  onChoose: (chosen: Option[]) => void;
  /** Options for what was typed; the first ones for nothing. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>;
  several?: boolean;
  placeholder?: string;
  invalid?: boolean;
  label?: string;
}

/** Choosing from more than a list can hold: type, move with the arrows, take with Enter. */
export function Combobox({ id, chosen, onChoose, search, several = false, placeholder, invalid, label }: ComboboxProps) {
  const t = useTexts('kit');
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [options, setOptions] = useState<readonly Option[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [active, setActive] = useState(0);
  const host = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const ask = useRef(search);
  ask.current = search;

  useEffect(() => {
    if (!open) return;
    const control = new AbortController();
    const timer = setTimeout(
      () => {
        ask
          .current(text.trim(), control.signal)
          .then((found) => {
            setOptions(found);
            setFailed(false);
            setActive(0);
          })
          .catch(() => !control.signal.aborted && setFailed(true));
      },
      text ? 200 : 0,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [open, text]);

  const close = () => {
    setOpen(false);
    setText('');
  };
  const take = (option: Option) => {
    onChoose(
      several
        ? chosen.some(({ value }) => value === option.value)
          ? chosen.filter(({ value }) => value !== option.value)
          : [...chosen, option]
        : [option],
    );
    if (several) setText('');
    else close();
    input.current?.focus();
  };
  const drop = (value: string) => onChoose(chosen.filter((option) => option.value !== value));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves its parts
    <div className="combobox" ref={host} onBlur={(event) => !host.current?.contains(event.relatedTarget) && close()}>
      <div className="combobox-box input" aria-invalid={invalid}>
        {(several || !open) &&
          chosen.map((option) => (
            <span key={option.value} className={several ? 'combobox-chip' : 'combobox-one'}>
              {option.label}
              <button type="button" aria-label={`${t('clear')} ${option.label}`} onClick={() => drop(option.value)}>
                <Icon name="close" size={14} />
              </button>
            </span>
          ))}
        <input
          ref={input}
          id={id}
          role="combobox"
          autoComplete="off"
          aria-label={label}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-invalid={invalid}
          aria-describedby={`${id}-note`}
          aria-activedescendant={open && options?.[active] ? `${listId}-${active}` : undefined}
          placeholder={chosen.length === 0 || open ? (placeholder ?? t('choose')) : ''}
          value={text}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const count = options?.length ?? 0;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              setOpen(true);
              if (count) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
            } else if (event.key === 'Enter' && open && options?.[active]) {
              event.preventDefault();
              take(options[active]);
            } else if (event.key === 'Escape' && open) {
              event.stopPropagation();
              event.preventDefault();
              close();
            } else if (event.key === 'Backspace' && !text && chosen.length) drop(chosen.at(-1)!.value);
          }}
        />
      </div>
      {open && (
        <div
          className="combobox-list"
          id={listId}
          role="listbox"
          aria-label={label ?? placeholder ?? t('choose')}
          aria-multiselectable={several}
        >
          {options?.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active option
            <div
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={chosen.some(({ value }) => value === option.value)}
              data-active={index === active || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              <span>{option.label}</span>
              {option.hint && <small>{option.hint}</small>}
            </div>
          ))}
          {options?.length === 0 && !failed && <div className="combobox-none">{t('table.empty')}</div>}
          {failed && <div className="combobox-none">{t('error.unknown')}</div>}
        </div>
      )}
    </div>
  );
}
