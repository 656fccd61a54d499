import type { Checklist } from '@gongzhi/contract/patrol';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { PhotoPicker, usePhotos } from '../../kit/photo-picker.tsx';
import { toast } from '../../kit/toast.tsx';
import { distanceText, metresBetween, type Position, usePosition } from '../../resident/position.ts';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { write } from './book.ts';
import type { Today } from './book-entry.ts';

type Answers = Record<string, { ok: boolean; note: string }>;

/** At a point: where I am or the code that hangs there, the checklist, pictures; or why it cannot be reached. */
export function CheckIn({
  by,
  point,
  checklist,
  onClose,
}: {
  by: string;
  point: Today['points'][number];
  checklist: Checklist | null;
  onClose: () => void;
}) {
  const t = useTexts('patrol');
  const spoken = useSpoken();
  const photos = usePhotos();
  const [here, setHere] = useState<(Position & { accuracy: number }) | null>(null);
  const position = usePosition(setHere);
  const [code, setCode] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [words, setWords] = useState('');
  const [asCase, setAsCase] = useState(true);
  const [missed, setMissed] = useState(false);
  const [lack, setLack] = useState(false);
  const failed = Object.values(answers).some((answer) => !answer.ok);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missed && words.trim() === '') return setLack(true);
    const taken = photos.photos.flatMap(({ name, blob }) => (blob ? [{ name, blob }] : []));
    void write(
      by,
      missed
        ? { kind: 'missed', pointId: point.id, text: words.trim() }
        : {
            kind: 'check-in',
            pointId: point.id,
            ...(here ? { place: here } : {}),
            ...(code.trim() ? { code: code.trim() } : {}),
            text: words.trim(),
            answers: Object.entries(answers).map(([item, { ok, note }]) => ({ item, ok, ...(note.trim() ? { note: note.trim() } : {}) })),
            ...(failed && asCase ? { asCase: { urgency: 1 } } : {}),
          },
      missed ? [] : taken,
    );
    toast(t(`kind.${missed ? 'missed' : 'check-in'}`));
    onClose();
  };
  return (
    <Dialog open title={t('checkIn.title', { name: point.name })} onClose={onClose}>
      <form className="patrol-form" onSubmit={submit} noValidate>
        {!missed && (
          <>
            <button type="button" className="button button-wide" disabled={position.asking} onClick={position.ask}>
              <Icon name="target" />
              {t('checkIn.place')}
            </button>
            {here && <p role="status">{t('checkIn.placed', { metres: here.accuracy, far: distanceText(metresBetween(here, point)) })}</p>}
            {position.problem && <p className="field-problem">{position.problem}</p>}
            {point.hasCode && (
              <Field id="point-code" label={t('checkIn.code')} required={false} hint={t('checkIn.codeHint')}>
                <input
                  id="point-code"
                  className="input"
                  autoComplete="off"
                  autoCapitalize="characters"
                  maxLength={20}
                  aria-describedby="point-code-note"
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              </Field>
            )}
            {checklist && <Items checklist={checklist} answers={answers} onChange={setAnswers} />}
            <PhotoPicker photos={photos} />
          </>
        )}
        <label className="patrol-box">
          <input type="checkbox" checked={missed} onChange={(event) => setMissed(event.target.checked)} />
          {t('checkIn.missed')}
        </label>
        <Field
          id="check-in-words"
          label={t(missed ? 'checkIn.missedWhy' : 'checkIn.noteLabel')}
          required={missed}
          problem={lack && missed ? t('checkIn.missedNeed') : null}
        >
          <textarea
            id="check-in-words"
            className="input"
            rows={2}
            maxLength={2000}
            aria-describedby="check-in-words-note"
            aria-invalid={lack && missed}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        {failed && !missed && (
          <label className="patrol-box">
            <input type="checkbox" checked={asCase} onChange={(event) => setAsCase(event.target.checked)} />
            {t('checkIn.asCase')}
          </label>
        )}
        <button type="submit" className="button button-primary button-wide button-large" disabled={photos.busy}>
          {t(missed ? 'checkIn.submitMissed' : 'checkIn.submit')}
        </button>
        {checklist && !missed && <p className="visually-hidden">{spoken(checklist.name)}</p>}
      </form>
    </Dialog>
  );
}

function Items({ checklist, answers, onChange }: { checklist: Checklist; answers: Answers; onChange: (answers: Answers) => void }) {
  const t = useTexts('patrol');
  const spoken = useSpoken();
  const set = (item: string, ok: boolean, note: string) => onChange({ ...answers, [item]: { ok, note } });
  return (
    <section aria-label={spoken(checklist.name)}>
      <h3>{t('checkIn.list', { name: spoken(checklist.name) })}</h3>
      <p className="field-hint">{t('checkIn.unanswered')}</p>
      {checklist.items.map((item) => {
        const answer = answers[item.code];
        return (
          <fieldset key={item.code} className="patrol-item">
            <legend>{spoken(item.name)}</legend>
            <div className="pills">
              {([true, false] as const).map((ok) => (
                <label key={String(ok)} className="pill">
                  <input
                    type="radio"
                    name={item.code}
                    checked={answer?.ok === ok}
                    onChange={() => set(item.code, ok, answer?.note ?? '')}
                  />
                  {t(ok ? 'checkIn.ok' : 'checkIn.bad')}
                </label>
              ))}
            </div>
            {answer && !answer.ok && (
              <input
                className="input"
                aria-label={`${spoken(item.name)} ${t('checkIn.note')}`}
                placeholder={t('checkIn.note')}
                maxLength={200}
                value={answer.note}
                onChange={(event) => set(item.code, false, event.target.value)}
              />
            )}
          </fieldset>
        );
      })}
    </section>
  );
}
