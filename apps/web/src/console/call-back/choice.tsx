/** One of a few answers, side by side. */
export function Choice({
  name,
  label,
  value,
  onChange,
  options,
}: {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <div className="pills">
        {options.map((option) => (
          <label key={option.value} className="pill">
            <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
