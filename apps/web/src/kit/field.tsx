import type { ReactNode } from 'react';
import { language, useTexts } from './language.ts';
import type { Refusal } from './problem-text.ts';
import { reasonText } from './reason-text.ts';

interface FieldProps {
  /** Id of the control inside. Give the control `aria-describedby={`${id}-note`}` and `aria-invalid`. */
  id: string;
  label: string;
  required?: boolean;
  hint?: ReactNode;
  /** Why what stands there is not taken. */
  problem?: string | null | undefined;
  /** A group of controls (radio buttons, boxes): the label becomes a legend. */
  group?: boolean;
  /** The control carries its own label (a single box to tick). */
  bare?: boolean;
  children: ReactNode;
}

/** A labelled control with its hint, and its problem where the eye is. */
export function Field({ id, label, required, hint, problem, group, bare, children }: FieldProps) {
  const t = useTexts('kit');
  const words = (
    <>
      {label}
      {required === false && <span className="field-optional">{t('optional')}</span>}
    </>
  );
  const note = (
    <div id={`${id}-note`}>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : (
        hint && <p className="field-hint">{hint}</p>
      )}
    </div>
  );
  return group ? (
    <fieldset className="field" id={id} aria-describedby={`${id}-note`}>
      <legend className="field-label">{words}</legend>
      {children}
      {note}
    </fieldset>
  ) : (
    <div className="field">
      {!bare && (
        <label className="field-label" htmlFor={id}>
          {words}
        </label>
      )}
      {children}
      {note}
    </div>
  );
}

/** The server's word on one field of a refused form: `problemAt(act.error, 'title')`. */
export function problemAt(refusal: Refusal | null | undefined, field: string): string | null {
  const found = refusal?.errors?.find(
    (error) => error.field === field || error.field === `body.${field}` || error.field.startsWith(`${field}.`),
  );
  return found ? reasonText(found.reason, language()) : null;
}
