import { type FormEvent, useEffect, useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { PhotoPicker, usePhotos } from '../../kit/photo-picker.tsx';
import { toast } from '../../kit/toast.tsx';
import { type Position, usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { write } from './book.ts';

export type NoteKind = 'finding' | 'visit' | 'diary';
type Fate = 'keep' | 'solved' | 'asCase';

/** A finding, a visit or a line of the diary. One button more and it is a case. */
export function Note({ by, kind, onClose }: { by: string; kind: NoteKind; onClose: () => void }) {
  const t = useTexts('patrol');
  const photos = usePhotos();
  const [words, setWords] = useState('');
  const [fate, setFate] = useState<Fate>(kind === 'finding' ? 'asCase' : 'keep');
  const [consent, setConsent] = useState(false);
  const [household, setHousehold] = useState('');
  const [people, setPeople] = useState('1');
  const [here, setHere] = useState<(Position & { accuracy: number }) | null>(null);
  const position = usePosition(setHere);
  const [lack, setLack] = useState(false);
  const silent = kind === 'visit' && !consent;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as the form opens
  useEffect(() => {
    if (kind === 'finding' && window.isSecureContext) position.ask();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!silent && words.trim().length < 2) return setLack(true);
    void write(
      by,
      silent
        ? { kind, consent: false }
        : {
            kind,
            text: words.trim(),
            ...(here ? { place: here } : {}),
            ...(kind === 'visit'
              ? { consent, ...(household.trim() ? { subject: household.trim() } : {}), people: Number(people) || 0 }
              : {}),
            ...(kind === 'finding' ? { solved: fate === 'solved' } : {}),
            ...(fate === 'asCase' ? { asCase: { urgency: 1 } } : {}),
          },
      silent ? [] : photos.photos.flatMap(({ name, blob }) => (blob ? [{ name, blob }] : [])),
    );
    toast(t(`kind.${kind}`));
    onClose();
  };
  const fates: readonly Fate[] = kind === 'finding' ? ['asCase', 'solved', 'keep'] : ['keep', 'asCase'];
  return (
    <Dialog open title={t(`write.${kind}`)} onClose={onClose}>
      <form className="patrol-form" onSubmit={submit} noValidate>
        {kind === 'visit' && (
          <label className="patrol-box">
            <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)} />
            {t('note.consent')}
          </label>
        )}
        {silent ? (
          <p className="field-hint">{t('note.noConsent')}</p>
        ) : (
          <>
            {kind === 'visit' && (
              <div className="patrol-pair">
                <Field id="household" label={t('note.household')} required={false}>
                  <input
                    id="household"
                    className="input"
                    maxLength={60}
                    value={household}
                    onChange={(event) => setHousehold(event.target.value)}
                  />
                </Field>
                <Field id="people" label={t('note.people')}>
                  <input
                    id="people"
                    className="input"
                    inputMode="numeric"
                    maxLength={3}
                    value={people}
                    onChange={(event) => setPeople(event.target.value.replace(/\D/g, ''))}
                  />
                </Field>
              </div>
            )}
            <Field id="words" label={t('note.words')} problem={lack && words.trim().length < 2 ? t('note.wordsNeed') : null}>
              <textarea
                id="words"
                className="input"
                rows={4}
                maxLength={2000}
                aria-describedby="words-note"
                aria-invalid={lack && words.trim().length < 2}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            </Field>
            <fieldset className="field">
              <legend className="field-label">{t('note.how')}</legend>
              <div className="pills">
                {fates.map((one) => (
                  <label key={one} className="pill">
                    <input type="radio" name="fate" checked={fate === one} onChange={() => setFate(one)} />
                    {t(`note.${one}`)}
                  </label>
                ))}
              </div>
            </fieldset>
            <button type="button" className="button" disabled={position.asking} onClick={position.ask}>
              {t('note.where')} {here ? `± ${here.accuracy} m` : ''}
            </button>
            <PhotoPicker photos={photos} />
          </>
        )}
        <button type="submit" className="button button-primary button-wide button-large" disabled={photos.busy}>
          {t('note.submit')}
        </button>
      </form>
    </Dialog>
  );
}
