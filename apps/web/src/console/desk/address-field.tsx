import type { AnswerOf } from '@gongzhi/contract/route';
import { territory } from '@gongzhi/contract/territory';
import { useId, useState } from 'react';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useDebounced } from './debounced.ts';

export type Address = AnswerOf<typeof territory.searchAddress>['items'][number];

interface AddressFieldProps {
  id: string;
  value: string;
  onChange: (text: string) => void;
  /** An address that is known: with its point or its grid. */
  onTake: (address: Address) => void;
}

/** Free words for the place, with known addresses and areas offered below: arrows move, Enter takes. */
export function AddressField({ id, value, onChange, onTake }: AddressFieldProps) {
  const t = useTexts('desk');
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const text = useDebounced(value.trim(), 250);
  const found = useCall(territory.searchAddress, { query: { text } }, { enabled: open && text.length >= 2, keep: true, staleTime: 60_000 });
  const items = open && text.length >= 2 ? (found.data?.items ?? []).slice(0, 8) : [];
  const take = (address: Address) => {
    onTake(address);
    setOpen(false);
    setActive(-1);
  };
  return (
    <div className="desk-address">
      <input
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        maxLength={200}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={items[active] ? `${listId}-${active}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || items.length === 0) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setActive(
              (active + (event.key === 'ArrowDown' ? 1 : items.length - 1) + (active < 0 && event.key === 'ArrowUp' ? 1 : 0)) %
                items.length,
            );
          } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && items[active]) {
            event.preventDefault();
            take(items[active]);
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      />
      {items.length > 0 && (
        <div className="combobox-list" id={listId} role="listbox" aria-label={t('address.found')}>
          {items.map((item, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active option
            <div
              key={`${item.label}${item.areaCode}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              data-active={index === active || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(item)}
            >
              <span>{item.label}</span>
              <small>{t(item.source === 'area' ? 'address.area' : 'address.used')}</small>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
