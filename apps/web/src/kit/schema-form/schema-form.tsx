import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { useLanguage, useSpoken, useTexts } from '../language.ts';
import { type Refusal, useProblemText } from '../problem-text.ts';
import { reasonText } from '../reason-text.ts';
import { cleaned, flaws } from './check.ts';
import type { Pickers } from './field-input.tsx';
import { Fields } from './fields.tsx';
import { fieldsOf, initialValues, type Schema, type Words } from './schema.ts';
import './schema-form.css';

interface SchemaFormProps {
  /** JSON Schema of an object, as an action offers it. */
  schema: Record<string, unknown>;
  onSubmit: (values: Record<string, unknown>) => void;
  /** Words of the button: the act itself. */
  submit: string;
  danger?: boolean;
  busy?: boolean;
  /** The server's refusal; fields it names get their words. */
  problem?: Refusal | null;
  pickers?: Pickers;
  /** What is already known. */
  initial?: Record<string, unknown>;
  /** Hears every change, for a page that shows what follows from it. */
  onChange?: (values: Record<string, unknown>) => void;
  /** Further buttons beside the first. */
  children?: ReactNode;
}

/** `body.input.note` and `input.note` both mean the form's `note`. */
const ownPath = (field: string) => field.replace(/^body\./, '').replace(/^input\./, '');
const none: Pickers = {};

/** A form drawn from JSON Schema: a new act, or a new kind of matter, needs no new page. */
export function SchemaForm({
  schema,
  onSubmit,
  submit,
  danger,
  busy,
  problem,
  pickers = none,
  initial,
  onChange,
  children,
}: SchemaFormProps) {
  const t = useTexts('kit');
  const speak = useSpoken();
  const say = useProblemText();
  const now = useLanguage();
  const form = useId();
  const fields = useMemo(() => fieldsOf(schema as Schema), [schema]);
  const [values, setValues] = useState<Record<string, unknown>>(() => ({ ...initialValues(fields), ...initial }));
  const [found, setFound] = useState<Record<string, string>>({});
  const spoken = (words: Words) => (typeof words === 'string' ? words : speak(words));

  const idOf = (path: string) => `${form}-${path.replaceAll('.', '-')}`;
  const told = Object.fromEntries(
    (problem?.errors ?? []).map(({ field, reason, accepted }) => [
      ownPath(field),
      accepted && now === 'en' ? `${reason} ${t('form.accepted', { accepted })}` : reasonText(reason, now),
    ]),
  );
  useEffect(() => {
    // The first field at fault takes the focus, whoever found the fault.
    const first = Object.keys(found)[0] ?? (problem?.errors?.[0] && ownPath(problem.errors[0].field));
    if (first) document.getElementById(`${form}-${first.replaceAll('.', '-')}`)?.focus();
  }, [found, problem, form]);
  const homeless = problem && (problem.errors ?? []).every(({ field }) => !document.getElementById(idOf(ownPath(field))));

  const send = (event: FormEvent) => {
    event.preventDefault();
    const next = flaws(fields, values, t, spoken);
    setFound(next);
    if (Object.keys(next).length === 0) onSubmit(cleaned(fields, values));
  };
  return (
    <form className="schema-form" onSubmit={send} noValidate>
      {homeless && (
        <p className="schema-form-problem" role="alert">
          {say(problem)}
          {Object.values(told).map((text) => (
            <span key={text}> {text}</span>
          ))}
        </p>
      )}
      <Fields
        form={form}
        fields={fields}
        values={values}
        problems={{ ...told, ...found }}
        pickers={pickers}
        spoken={spoken}
        onChange={(next) => {
          setValues(next);
          setFound((before) => (Object.keys(before).length ? flaws(fields, next, t, spoken) : before));
          onChange?.(next);
        }}
      />
      <div className="schema-form-foot">
        {children}
        <button type="submit" className={`button ${danger ? 'button-danger' : 'button-primary'}`} disabled={busy}>
          {submit}
        </button>
      </div>
    </form>
  );
}
