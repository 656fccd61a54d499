import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { Field } from '../../kit/field.tsx';
import { pickers } from '../../shell/pickers.tsx';

interface Labelled {
  label: string;
  required?: boolean;
  hint?: ReactNode;
  problem?: string | null | undefined;
}
const wired = (id: string, problem: unknown) => ({
  id,
  'aria-invalid': Boolean(problem),
  'aria-describedby': `${id}-note`,
});

type Plain = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id' | 'required'>;

/** One line of text, a number, a day. The value is text, as it stands in the control. */
export function TextField({
  label,
  required,
  hint,
  problem,
  value,
  onChange,
  ...rest
}: Labelled & Plain & { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} problem={problem} {...(required === undefined ? {} : { required })}>
      <input className="input" {...rest} {...wired(id, problem)} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}

export function LinesField({
  label,
  required,
  hint,
  problem,
  value,
  onChange,
  rows = 4,
  ...rest
}: Labelled & { value: string; onChange: (value: string) => void; rows?: number; maxLength?: number; placeholder?: string }) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} problem={problem} {...(required === undefined ? {} : { required })}>
      <textarea
        className="input"
        rows={rows}
        {...rest}
        {...wired(id, problem)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

/** One of a list, in the browser's own control: it works with the keyboard and on a phone as people know it. */
export function SelectField({
  label,
  required,
  hint,
  problem,
  value,
  onChange,
  options,
  none,
  disabled,
}: Labelled & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  /** Words of the empty choice; left out where something has to be chosen. */
  none?: string;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} problem={problem} {...(required === undefined ? {} : { required })}>
      <select
        className="input"
        disabled={disabled}
        {...wired(id, problem)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A choice among areas, organisations or categories, by words. */
export function PickField<Value extends string | string[]>({
  of,
  label,
  required,
  hint,
  problem,
  value,
  onChange,
  several = false,
  max,
}: Labelled & {
  of: 'area' | 'organisation' | 'category';
  value: Value;
  onChange: (value: Value) => void;
  several?: boolean;
  max?: number;
}) {
  const id = useId();
  const Picker = pickers[of]!;
  return (
    <Field id={id} label={label} hint={hint} problem={problem} {...(required === undefined ? {} : { required })}>
      <Picker
        id={id}
        value={value}
        several={several}
        max={max}
        invalid={Boolean(problem)}
        onChange={(next) => onChange((next ?? (several ? [] : '')) as Value)}
      />
    </Field>
  );
}

export function CheckField({ label, hint, value, onChange }: Labelled & { value: boolean; onChange: (value: boolean) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
          {...(hint ? { 'aria-describedby': `${id}-note` } : {})}
        />
        {label}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-note`}>
          {hint}
        </p>
      )}
    </div>
  );
}
