import { cases } from '@gongzhi/contract/cases';
import type { MatterDetail } from '@gongzhi/contract/matters';
import { useId, useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { Field } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Choice } from '../../../kit/pills.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { blanksOf, filled, knownOf } from './fill.ts';
import './templates.css';

/** Fields of acts that are read by the person who asked. */
const replyFields = ['reply', 'result'] as const;

/** The field of an act into which a reply is written; null where the act has none. */
export function replyFieldOf(schema: Record<string, unknown>): string | null {
  const properties = (schema.properties ?? {}) as Record<string, unknown>;
  return replyFields.find((name) => name in properties) ?? null;
}

/** Replies to begin with: chosen, their blanks filled in, then taken over into the form. */
export function Templates({ matter, onTake }: { matter: MatterDetail; onTake: (text: string) => void }) {
  const t = useTexts('matter');
  const dates = useDates();
  const id = useId();
  const replies = useCall(cases.readRules, {}, { staleTime: 600_000 }).data?.rules.replies ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [written, setWritten] = useState<Record<string, string>>({});
  const template = replies.find(({ name }) => name === chosen);
  const known = knownOf(matter, dates.day, Date.now());
  if (replies.length === 0) return null;
  return (
    <details className="templates">
      <summary>
        <Icon name="copy" size={16} /> {t('templates.title')}
      </summary>
      <Choice
        name={`${id}-template`}
        label={t('templates.title')}
        isLabelHidden
        value={chosen}
        onChange={setChosen}
        options={replies.map(({ name }) => ({ value: name, label: name }))}
      />
      {template && (
        <>
          <div className="templates-blanks">
            {blanksOf(template.text, known).map((blank, at) => (
              <Field key={blank} id={`${id}-${at}`} label={blank === 'unit' ? t('templates.unit') : blank}>
                <input
                  id={`${id}-${at}`}
                  className="input"
                  autoComplete="off"
                  value={written[blank] ?? ''}
                  onChange={(event) => setWritten({ ...written, [blank]: event.target.value })}
                />
              </Field>
            ))}
          </div>
          <p className="templates-text">{filled(template.text, { ...known, ...written })}</p>
          <button type="button" className="button" onClick={() => onTake(filled(template.text, { ...known, ...written }))}>
            <Icon name="check" /> {t('templates.take')}
          </button>
        </>
      )}
    </details>
  );
}
