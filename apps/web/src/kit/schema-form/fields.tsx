import { Field } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { useTexts } from '../language.ts';
import { FieldInput, type Pickers } from './field-input.tsx';
import { type FormField, initialValues, type Words } from './schema.ts';

interface FieldsProps {
  /** Id of the form; ids of the controls are built upon it. */
  form: string;
  prefix?: string;
  fields: readonly FormField[];
  values: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
  problems: Readonly<Record<string, string>>;
  pickers: Pickers;
  spoken: (words: Words) => string;
}

/** The controls of a form or of a group in it. */
export function Fields({ form, prefix = '', fields, values, onChange, problems, pickers, spoken }: FieldsProps) {
  const t = useTexts('kit');
  return fields.map((field) => {
    const path = `${prefix}${field.name}`;
    const id = `${form}-${path.replaceAll('.', '-')}`;
    const value = values[field.name];
    const set = (next: unknown) => onChange({ ...values, [field.name]: next });
    const shared = { form, problems, pickers, spoken };
    if (field.kind === 'group') {
      return (
        <fieldset key={path} className="schema-form-group">
          <legend>{spoken(field.label)}</legend>
          <Fields {...shared} prefix={`${path}.`} fields={field.fields} values={(value ?? {}) as Record<string, unknown>} onChange={set} />
        </fieldset>
      );
    }
    if (field.kind === 'rows') {
      const rows = (value ?? []) as Record<string, unknown>[];
      return (
        <fieldset key={path} className="schema-form-group">
          <legend>{spoken(field.label)}</legend>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
            <div key={index} className="schema-form-row">
              <Fields
                {...shared}
                prefix={`${path}.${index}.`}
                fields={field.fields}
                values={row}
                onChange={(next) => set(rows.with(index, next))}
              />
              {rows.length > Math.max(1, field.min) && (
                <button type="button" className="button button-quiet" onClick={() => set(rows.toSpliced(index, 1))}>
                  <Icon name="trash" />
                  {t('form.drop')}
                </button>
              )}
            </div>
          ))}
          {rows.length < (field.max ?? 50) && (
            <button type="button" className="button" onClick={() => set([...rows, initialValues(field.fields)])}>
              <Icon name="plus" />
              {t('form.add')}
            </button>
          )}
        </fieldset>
      );
    }
    const open = field.kind === 'choice' && (field.several || field.options.length <= 5);
    return (
      <Field
        key={path}
        id={id}
        label={spoken(field.label)}
        required={field.required || field.kind === 'flag' || (field.kind === 'picker' && field.min > 0)}
        hint={field.help ? spoken(field.help) : undefined}
        problem={problems[path]}
        group={open}
        bare={field.kind === 'flag'}
      >
        <FieldInput
          id={open ? `${id}-choice` : id}
          field={field}
          value={value}
          onChange={set}
          invalid={Boolean(problems[path])}
          pickers={pickers}
          spoken={spoken}
        />
      </Field>
    );
  });
}
