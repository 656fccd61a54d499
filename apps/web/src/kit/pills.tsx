import type { ReactNode } from 'react';

interface PillsProps<Value extends string | number> {
  name: string;
  value: Value | undefined | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  /** What stands beside the answers, such as a field that belongs to one of them. */
  children?: ReactNode;
}

/** One of a few, side by side. Stands in a group that names it, such as a `Field` with `group`; else take `Choice`. */
export function Pills<Value extends string | number>({ name, value, onChange, options, children }: PillsProps<Value>) {
  return (
    <div className="pills">
      {options.map((option) => (
        <label key={option.value} className="pill">
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
      {children}
    </div>
  );
}

/** The same as a group of its own. A heading that the eye does not need is still told. */
export function Choice<Value extends string | number>({
  label,
  isLabelHidden = false,
  className = 'field',
  ...pills
}: PillsProps<Value> & { label: string; isLabelHidden?: boolean; className?: string }) {
  return (
    <fieldset className={className}>
      <legend className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</legend>
      <Pills {...pills} />
    </fieldset>
  );
}
