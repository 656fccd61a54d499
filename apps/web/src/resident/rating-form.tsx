import { type FormEvent, useId, useState } from 'react';
import { Field } from '../kit/field.tsx';
import { Icon } from '../kit/icon.tsx';
import { type Refusal, useProblemText } from '../kit/problem-text.ts';
import { useTexts } from '../shell/language.ts';
import './rating-form.css';

export interface RatingAnswers {
  contacted?: boolean;
  resolved?: boolean;
  satisfaction?: number;
  reasons: string[];
  comment?: string;
}
const reasons = ['slow', 'attitude', 'unsolved', 'unclear', 'back'] as const;

/** The three questions of an evaluation, each one tap; why, where somebody was not satisfied. */
export function RatingForm({
  onSend,
  busy,
  problem,
}: {
  onSend: (answers: RatingAnswers) => void;
  busy: boolean;
  problem: Refusal | null;
}) {
  const t = useTexts('resident');
  const say = useProblemText();
  const id = useId();
  const [answers, setAnswers] = useState<RatingAnswers>({ reasons: [] });
  const [comment, setComment] = useState('');
  const [lacking, setLacking] = useState(false);
  const set = (part: Partial<RatingAnswers>) => {
    setLacking(false);
    setAnswers((before) => ({ ...before, ...part }));
  };
  const poor = answers.resolved === false || (answers.satisfaction !== undefined && answers.satisfaction <= 3);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = answers.contacted === undefined && answers.resolved === undefined && answers.satisfaction === undefined;
    setLacking(empty);
    if (!empty) onSend({ ...answers, reasons: poor ? answers.reasons : [], ...(comment.trim() ? { comment: comment.trim() } : {}) });
  };
  const yesNo = (name: 'contacted' | 'resolved') => (
    <Field id={`${id}-${name}`} label={t(`rating.${name}`)} group>
      <div className="pills rating-yes-no">
        {[true, false].map((value) => (
          <label key={String(value)} className="pill">
            <input type="radio" name={`${id}-${name}`} checked={answers[name] === value} onChange={() => set({ [name]: value })} />
            {t(value ? 'rating.yes' : 'rating.no')}
          </label>
        ))}
      </div>
    </Field>
  );
  return (
    <form className="rating" onSubmit={submit} noValidate>
      {yesNo('contacted')}
      {yesNo('resolved')}
      <Field id={`${id}-satisfaction`} label={t('rating.satisfaction')} group>
        <div className="rating-stars">
          {[1, 2, 3, 4, 5].map((count) => (
            <label key={count} className={count <= (answers.satisfaction ?? 0) ? 'rating-star rating-star-on' : 'rating-star'}>
              <input
                type="radio"
                name={`${id}-satisfaction`}
                checked={answers.satisfaction === count}
                aria-label={`${t('rating.stars', { count })} ${t(`rating.star${count}`)}`}
                onChange={() => set({ satisfaction: count })}
              />
              <Icon name="star" size={32} />
            </label>
          ))}
          <span className="rating-word" aria-hidden="true">
            {answers.satisfaction !== undefined && t(`rating.star${answers.satisfaction}`)}
          </span>
        </div>
      </Field>
      {poor && (
        <Field id={`${id}-reasons`} label={t('rating.reasons')} group required={false}>
          <div className="pills">
            {reasons.map((reason) => {
              const words = t(`rating.reason.${reason}`);
              return (
                <label key={reason} className="pill">
                  <input
                    type="checkbox"
                    checked={answers.reasons.includes(words)}
                    onChange={(event) =>
                      set({ reasons: event.target.checked ? [...answers.reasons, words] : answers.reasons.filter((one) => one !== words) })
                    }
                  />
                  {words}
                </label>
              );
            })}
          </div>
        </Field>
      )}
      <Field id={`${id}-comment`} label={t('rating.comment')} required={false}>
        <textarea
          id={`${id}-comment`}
          className="input"
          rows={3}
          maxLength={1000}
          aria-describedby={`${id}-comment-note`}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </Field>
      {(lacking || problem) && (
        <p className="field-problem" role="alert">
          {lacking ? t('rating.need') : problem && say(problem)}
        </p>
      )}
      <button type="submit" className="button button-primary button-large button-wide" disabled={busy}>
        {t('rating.send')}
      </button>
    </form>
  );
}

/** Stars that were given, in words for who listens. */
export function Stars({ count }: { count: number }) {
  const t = useTexts('resident');
  return (
    <span className="stars" role="img" aria-label={t('followed.stars', { count })}>
      {[1, 2, 3, 4, 5].map((star) => (
        <span key={star} className={star <= Math.round(count) ? 'rating-star-on' : ''}>
          <Icon name="star" size={16} />
        </span>
      ))}
    </span>
  );
}
