import type { ComponentType } from 'react';
import { useTexts } from '../language.ts';
import { fromControl, toControl } from './moment.ts';
import type { FormField, Words } from './schema.ts';

export interface PickerProps {
  id: string;
  /** An identifier, or a list of them where `several`. */
  value: unknown;
  onChange: (value: unknown) => void;
  several: boolean;
  max: number | undefined;
  invalid: boolean;
}
/** What can be chosen from, by the name that a schema gives: `organisation`, `category`, `area`, `matter`, `file`. */
export type Pickers = Record<string, ComponentType<PickerProps>>;

interface FieldInputProps {
  id: string;
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  invalid: boolean;
  pickers: Pickers;
  spoken: (words: Words) => string;
}

/** Up to this many choices stand open; more go into a list. */
const openChoices = 5;

/** The control of one field that is not a group. */
export function FieldInput({ id, field, value, onChange, invalid, pickers, spoken }: FieldInputProps) {
  const t = useTexts('kit');
  const shared = { id, 'aria-invalid': invalid, 'aria-describedby': `${id}-note`, 'aria-required': field.required };
  const text = value === undefined || value === null ? '' : String(value);
  if (field.kind === 'picker') {
    const Picker = pickers[field.picker];
    if (Picker) return <Picker id={id} value={value} onChange={onChange} several={field.several} max={field.max} invalid={invalid} />;
    return (
      <input
        {...shared}
        className="input"
        value={text}
        placeholder={t('form.noPicker')}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  if (field.kind === 'long') {
    return (
      <>
        <textarea {...shared} className="input" rows={4} value={text} onChange={(event) => onChange(event.target.value)} />
        {field.max !== undefined && text.length > field.max * 0.8 && (
          <span className={text.length > field.max ? 'field-problem' : 'field-hint'}>
            {t('form.count', { count: text.length, max: field.max })}
          </span>
        )}
      </>
    );
  }
  if (field.kind === 'number') {
    return (
      <input
        {...shared}
        className="input"
        inputMode={field.integer ? 'numeric' : 'decimal'}
        value={text}
        onChange={(event) => onChange(event.target.value.trim() === '' ? undefined : event.target.value.trim())}
      />
    );
  }
  if (field.kind === 'flag') {
    return (
      <label className="check">
        <input {...shared} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
        <span>{spoken(field.label)}</span>
      </label>
    );
  }
  if (field.kind === 'moment') {
    return (
      <input
        {...shared}
        className="input"
        type="datetime-local"
        value={text ? toControl(text) : ''}
        onChange={(event) => onChange(fromControl(event.target.value))}
      />
    );
  }
  if (field.kind === 'day')
    return <input {...shared} className="input" type="date" value={text} onChange={(event) => onChange(event.target.value || undefined)} />;
  if (field.kind === 'choice') {
    const chosen = field.several ? ((value ?? []) as unknown[]) : [value];
    if (field.several || field.options.length <= openChoices) {
      return (
        <div className="pills">
          {field.options.map((option) => (
            <label key={option.value} className="pill">
              <input
                type={field.several ? 'checkbox' : 'radio'}
                name={id}
                checked={chosen.includes(option.value)}
                onChange={(event) => {
                  if (!field.several) onChange(option.value);
                  else
                    onChange(
                      field.options
                        .map((item) => item.value)
                        .filter((item) => (item === option.value ? event.target.checked : chosen.includes(item))),
                    );
                }}
              />
              {spoken(option.label)}
            </label>
          ))}
        </div>
      );
    }
    return (
      <select
        {...shared}
        className="input"
        value={text}
        onChange={(event) => onChange(field.options.find((option) => String(option.value) === event.target.value)?.value)}
      >
        <option value="">{t('choose')}</option>
        {field.options.map((option) => (
          <option key={option.value} value={String(option.value)}>
            {spoken(option.label)}
          </option>
        ))}
      </select>
    );
  }
  return <input {...shared} className="input" value={text} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
}
