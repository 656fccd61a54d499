import type { Limit } from '@gongzhi/contract/primitives';
import { useId } from 'react';
import { Field } from '../../kit/field.tsx';
import { useTexts } from '../../shell/language.ts';

const units = ['minute', 'hour', 'day', 'working-hour', 'working-day'] as const;

/** A length of time that a unit is given: an amount and what it counts, or nothing where `optional`. */
export function LimitField({
  label,
  value,
  onChange,
  optional = false,
  hint,
  problem,
}: {
  label: string;
  value: Limit | null;
  onChange: (value: Limit | null) => void;
  optional?: boolean;
  hint?: string;
  problem?: string | null;
}) {
  const t = useTexts('admin');
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} problem={problem} {...(optional ? { required: false } : {})}>
      <div className="admin-limit">
        <input
          id={id}
          className="input"
          type="number"
          min={1}
          max={10000}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-note`}
          placeholder={optional ? t('limit.none') : ''}
          value={value?.amount ?? ''}
          onChange={(event) => {
            const amount = event.target.valueAsNumber;
            if (Number.isFinite(amount)) onChange({ amount, unit: value?.unit ?? 'day' });
            else onChange(optional ? null : { amount: Number.NaN, unit: value?.unit ?? 'day' });
          }}
        />
        <select
          className="input"
          aria-label={t('limit.unitOf', { label })}
          value={value?.unit ?? 'day'}
          disabled={value === null}
          onChange={(event) => value && onChange({ amount: value.amount, unit: event.target.value as Limit['unit'] })}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t(`limit.${unit}`)}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
}

/** A limit in words: 3个工作日. */
export function useLimitText(): (limit: { amount: number; unit: string } | null) => string {
  const t = useTexts('admin');
  return (limit) => (limit ? t(`limit.said.${limit.unit}`, { count: limit.amount }) : t('limit.none'));
}
