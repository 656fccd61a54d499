import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { Choice } from '../../kit/pills.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { LinesField } from '../admin/fields.tsx';
import { Refused } from '../admin/form-dialog.tsx';
import { Contact } from './contact.tsx';
import type { CallBackCase } from './page.tsx';
import { Stars } from './stars.tsx';

const reasons = ['slow', 'attitude', 'partly', 'again', 'unexplained', 'untrue', 'policy'] as const;
/** Yes, no, not said, and round again: what one key does. */
const turned = (value: boolean | null) => (value === null ? true : value ? false : null);

/** One call: the script, the contact data behind a stated purpose, and the answers; all of it works from the keyboard. */
export function Call({ row, onSkip, onSaved }: { row: CallBackCase; onSkip: () => void; onSaved: () => void }) {
  const t = useTexts('callBack');
  const [reached, setReached] = useState(true);
  const [contacted, setContacted] = useState<boolean | null>(null);
  const [resolved, setResolved] = useState<boolean | null>(null);
  const [stars, setStars] = useState(0);
  const [why, setWhy] = useState<string[]>([]);
  const [comment, setComment] = useState('');
  const [lacking, setLacking] = useState(false);
  const record = useAct(cases.callBack, {
    onDone: () => {
      toast(t('saved', { number: row.number }));
      onSaved();
    },
  });
  const save = () => {
    const silent = reached && contacted === null && resolved === null && stars === 0;
    setLacking(silent);
    if (silent || record.isPending) return;
    const answers = reached
      ? {
          ...(contacted === null ? {} : { contacted }),
          ...(resolved === null ? {} : { resolved }),
          ...(stars === 0 ? {} : { satisfaction: stars }),
          reasons: why,
        }
      : {};
    record.mutate({
      params: { number: row.number },
      body: { reached, ...answers, ...(comment.trim() ? { comment: comment.trim() } : {}) },
    });
  };
  useKeys(t('keys.title'), [
    { keys: 'y', label: t('keys.reached'), run: () => setReached(true) },
    { keys: 'n', label: t('keys.notReached'), run: () => setReached(false) },
    { keys: 'c', label: t('keys.contacted'), run: () => setContacted(turned) },
    { keys: 'r', label: t('keys.resolved'), run: () => setResolved(turned) },
    ...[1, 2, 3, 4, 5].map((count) => ({ keys: String(count), label: t('keys.stars'), run: () => setStars(count) })),
    { keys: 'mod+Enter', label: t('keys.save'), run: save, inFields: true },
  ]);
  return (
    <article className="admin-panel call-back-call">
      <header>
        <h2>{row.title}</h2>
        <Link to="/console/cases/$number" params={{ number: row.number } as never} className="call-back-number">
          {t('read')} {row.number}
        </Link>
      </header>
      <p className="call-back-tags">
        {row.categoryName && <Tag tone="blue">{row.categoryName}</Tag>}
        <Tag>{row.areaName}</Tag>
        {row.lead && <Tag tone="green">{row.lead.name}</Tag>}
      </p>
      <section aria-label={t('script')}>
        <h3>{t('script')}</h3>
        <p className="call-back-script">{row.script}</p>
      </section>
      <Contact number={row.number} />
      <form
        className="admin-form"
        aria-label={t('result')}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h3>{t('result')}</h3>
        <Choice
          name="reached"
          label={t('reached')}
          value={reached ? 'yes' : 'no'}
          onChange={(value) => setReached(value === 'yes')}
          options={[
            { value: 'yes', label: t('reachedYes') },
            { value: 'no', label: t('reachedNo') },
          ]}
        />
        {reached && (
          <>
            {(
              [
                ['contacted', contacted, setContacted],
                ['resolved', resolved, setResolved],
              ] as const
            ).map(([name, value, change]) => (
              <Choice
                key={name}
                name={name}
                label={t(name)}
                value={value === null ? '' : value ? 'yes' : 'no'}
                onChange={(next) => change(next === '' ? null : next === 'yes')}
                options={[
                  { value: 'yes', label: t('yes') },
                  { value: 'no', label: t('no') },
                  { value: '', label: t('unsaid') },
                ]}
              />
            ))}
            <Stars value={stars} onChange={setStars} />
            <fieldset className="field">
              <legend className="field-label">{t('reasons')}</legend>
              <div className="pills">
                {reasons.map((reason) => (
                  <label key={reason} className="pill">
                    <input
                      type="checkbox"
                      checked={why.includes(t(`reason.${reason}`))}
                      onChange={() => {
                        const words = t(`reason.${reason}`);
                        setWhy(why.includes(words) ? why.filter((one) => one !== words) : [...why, words]);
                      }}
                    />
                    {t(`reason.${reason}`)}
                  </label>
                ))}
              </div>
            </fieldset>
          </>
        )}
        <LinesField label={t('comment')} required={false} value={comment} onChange={setComment} rows={3} maxLength={1000} />
        {lacking && (
          <p className="field-problem" role="alert">
            {t('need')}
          </p>
        )}
        {record.error && <Refused problem={record.error} />}
        <div className="admin-bar">
          <button type="submit" className="button button-primary" disabled={record.isPending}>
            <Icon name="check" />
            {t('save')} <KeyHint keys="mod+Enter" />
          </button>
          <button type="button" className="button" onClick={onSkip}>
            {t('skip')}
          </button>
        </div>
      </form>
    </article>
  );
}
