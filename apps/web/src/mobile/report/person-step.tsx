import { useId } from 'react';
import { Field } from '../../kit/field.tsx';
import { useTexts } from '../../shell/language.ts';

/** Who reports: `account` under the telephone signed in with, `contact` with name and number, `anonymous` with neither. */
export interface Person {
  how: 'account' | 'contact' | 'anonymous';
  name: string;
  phone: string;
  confidential: boolean;
}
export const phonePattern = /^\+?\d[\d -]{5,18}\d$/;

/** Third step: whether and how the reporter can be reached, and who may know. */
export function PersonStep({
  person,
  change,
  ways,
  problem,
  byStaff,
}: {
  person: Person;
  change: (part: Partial<Person>) => void;
  ways: readonly Person['how'][];
  problem: string | null;
  byStaff: boolean;
}) {
  const t = useTexts('report');
  const id = useId();
  return (
    <>
      <Field id={`${id}-how`} label={t(byStaff ? 'person.howStaff' : 'person.how')} group>
        <div className="report-ways">
          {ways.map((how) => (
            <label key={how} className="pill report-way">
              <input type="radio" name={`${id}-how`} checked={person.how === how} onChange={() => change({ how })} />
              <span>
                <strong>{t(`person.${how}`)}</strong>
                <small>{t(`person.${how}Hint`)}</small>
              </span>
            </label>
          ))}
        </div>
      </Field>
      {!byStaff && <p className="field-hint">{t('person.minor')}</p>}
      {person.how === 'contact' && (
        <>
          <Field id={`${id}-name`} label={t('person.name')} required={false}>
            <input
              id={`${id}-name`}
              className="input"
              maxLength={40}
              autoComplete={byStaff ? 'off' : 'name'}
              aria-describedby={`${id}-name-note`}
              value={person.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field id={`${id}-phone`} label={t('person.phone')} hint={t('person.phoneHint')} problem={problem}>
            <input
              id={`${id}-phone`}
              className="input"
              type="tel"
              inputMode="tel"
              maxLength={20}
              autoComplete={byStaff ? 'off' : 'tel'}
              aria-invalid={Boolean(problem)}
              aria-describedby={`${id}-phone-note`}
              value={person.phone}
              onChange={(event) => change({ phone: event.target.value })}
            />
          </Field>
        </>
      )}
      {person.how !== 'anonymous' && (
        <label className="check">
          <input type="checkbox" checked={person.confidential} onChange={(event) => change({ confidential: event.target.checked })} />
          <span>
            {t('person.confidential')}
            <br />
            <small className="field-hint">{t('person.confidentialHint')}</small>
          </span>
        </label>
      )}
    </>
  );
}
