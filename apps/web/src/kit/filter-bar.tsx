import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import './filter-bar.css';

interface Choice {
  value: string;
  label: string;
}
/** A filter; its value stands in the address as text. */
export type Filter =
  | { kind: 'text'; key: string; label: string; width?: number }
  /** One or several of a list; several are joined by commas. */
  | { kind: 'choice'; key: string; label: string; options: readonly Choice[]; several?: boolean; width?: number }
  /** On or not there: `true`. */
  | { kind: 'flag'; key: string; label: string }
  /** First and last day, inclusive, as YYYY-MM-DD under two keys. */
  | { kind: 'days'; from: string; to: string; label: string }
  /** A control of the page's own. */
  | { kind: 'own'; key: string; label: string; control: ReactNode };

type Values = Record<string, string | undefined>;

interface FilterBarProps {
  filters: readonly Filter[];
  values: Values;
  onChange: (change: Values) => void;
  /** Filters beyond this number wait behind "more". */
  first?: number;
}

const keysOf = (filter: Filter) => (filter.kind === 'days' ? [filter.from, filter.to] : [filter.key]);

/** Filters of a list in one line; the rest behind a button that says how many are on. */
export function FilterBar({ filters, values, onChange, first = 4 }: FilterBarProps) {
  const t = useTexts('kit');
  const rest = filters.slice(first);
  const isOn = (filter: Filter) => keysOf(filter).some((key) => values[key]);
  const [open, setOpen] = useState(() => rest.some(isOn));
  const on = filters.filter(isOn).length;
  return (
    <search className="filter-bar" aria-label={t('filter.title')}>
      {(open ? filters : filters.slice(0, first)).map((filter) => (
        <FilterControl key={keysOf(filter)[0]} filter={filter} values={values} onChange={onChange} />
      ))}
      {rest.length > 0 && (
        <button type="button" className="button button-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'up' : 'filter'} />
          {t('filter.more')}
        </button>
      )}
      {on > 0 && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => onChange(Object.fromEntries(filters.flatMap(keysOf).map((key) => [key, undefined])))}
        >
          <Icon name="close" />
          {t('filter.clear')}
          <span className="filter-bar-count">{on}</span>
        </button>
      )}
    </search>
  );
}

function FilterControl({ filter, values, onChange }: { filter: Filter; values: Values; onChange: (change: Values) => void }) {
  if (filter.kind === 'own') return filter.control;
  if (filter.kind === 'text')
    return (
      <TextFilter filter={filter} value={values[filter.key] ?? ''} onChange={(text) => onChange({ [filter.key]: text || undefined })} />
    );
  if (filter.kind === 'flag') {
    return (
      <label className="pill">
        <input
          type="checkbox"
          checked={values[filter.key] === 'true'}
          onChange={(event) => onChange({ [filter.key]: event.target.checked ? 'true' : undefined })}
        />
        {filter.label}
      </label>
    );
  }
  if (filter.kind === 'days') {
    const from = values[filter.from];
    const to = values[filter.to];
    return (
      <DatePicker.RangePicker
        aria-label={filter.label}
        placeholder={[filter.label, '']}
        allowEmpty={[true, true]}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(range) => onChange({ [filter.from]: range?.[0]?.format('YYYY-MM-DD'), [filter.to]: range?.[1]?.format('YYYY-MM-DD') })}
      />
    );
  }
  const { key, label, options, several, width = 160 } = filter;
  const value = values[key];
  const shared = {
    'aria-label': label,
    placeholder: label,
    allowClear: true,
    showSearch: options.length > 8 ? { optionFilterProp: 'label' } : false,
    style: { minWidth: width },
    popupMatchSelectWidth: false,
    options: [...options],
  };
  if (several) {
    const chosen = value ? value.split(',') : [];
    return (
      <Select<string[]>
        {...shared}
        mode="multiple"
        maxTagCount="responsive"
        value={chosen}
        onChange={(next) => onChange({ [key]: next.join(',') || undefined })}
      />
    );
  }
  return <Select<string | null> {...shared} value={value ?? null} onChange={(next) => onChange({ [key]: next ?? undefined })} />;
}

/** Words to look for; asked after a pause in typing, at once on Enter, never in the middle of a composition. */
function TextFilter({
  filter,
  value,
  onChange,
}: {
  filter: { key: string; label: string; width?: number };
  value: string;
  onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => !composing.current && latest.current(text.trim()), 350);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <span className="filter-bar-text" style={{ width: filter.width ?? 240 }}>
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={filter.label}
        placeholder={filter.label}
        value={text}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          setText(event.currentTarget.value);
        }}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onChange(text.trim())}
      />
    </span>
  );
}
