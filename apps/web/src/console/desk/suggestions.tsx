import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { Compare } from '../matter/compare.tsx';
import { useLimitText } from '../matter/limit.ts';
import { CaseState } from '../matter/marks.tsx';
import type { Draft } from './draft.ts';

type Found = AnswerOf<typeof cases.suggest>;
interface Props {
  found: Found | undefined;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** Categories that the words suggest, each with the words that led to it, and who would get the case until when. */
export function CategorySuggestions({ found, draft, change }: Props) {
  const t = useTexts('desk');
  const dates = useDates();
  const limitText = useLimitText();
  return (
    <section className="card desk-panel" aria-labelledby="desk-suggested">
      <h2 id="desk-suggested">{t('suggest.title')}</h2>
      {!found && <p className="field-hint">{t('suggest.wait')}</p>}
      {found && (
        <>
          {found.categories.length === 0 && <p className="field-hint">{t('suggest.none')}</p>}
          <ul className="desk-categories">
            {found.categories.slice(0, 5).map((one) => (
              <li key={one.code}>
                <button
                  type="button"
                  className="desk-category"
                  aria-pressed={draft.category === one.code}
                  onClick={() => change({ category: draft.category === one.code ? null : one.code })}
                >
                  <strong>{one.name}</strong>
                  <span>
                    {one.words.map((word) => (
                      <Tag key={word} tone="blue">
                        {word}
                      </Tag>
                    ))}
                  </span>
                  <small>{Math.round(one.score * 100)}%</small>
                </button>
              </li>
            ))}
          </ul>
          {found.unit && (
            <p>
              {t('suggest.unit', { name: found.unit.name })} <small>{found.unit.why}</small>
            </p>
          )}
          {found.limit && (
            <p>
              {t('suggest.limit', { limit: limitText(found.limit) })}
              {found.dueAt && <small> {t('suggest.due', { at: dates.moment(found.dueAt) })}</small>}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Cases that may be the same, before this one is recorded: look, and say whether to join. */
export function Duplicates({
  found,
  draft,
  joinTo,
  onJoin,
}: Pick<Props, 'found' | 'draft'> & { joinTo: string | null; onJoin: (number: string | null) => void }) {
  const t = useTexts('desk');
  const dates = useDates();
  const [compared, setCompared] = useState<Found['duplicates'][number] | null>(null);
  const items = found?.duplicates ?? [];
  return (
    <section className="card desk-panel" aria-labelledby="desk-duplicates" aria-live="polite">
      <h2 id="desk-duplicates">
        {t('duplicates.title')} {items.length > 0 && <Tag tone="amber">{items.length}</Tag>}
      </h2>
      {items.length === 0 && <p className="field-hint">{t('duplicates.none')}</p>}
      <ul>
        {items.slice(0, 5).map((one) => (
          <li key={one.matter.number} data-chosen={joinTo === one.matter.number || undefined}>
            <strong>{one.matter.title}</strong>
            <p className="desk-line">
              <CaseState state={one.matter.state} />
              <small>{dates.ago(one.matter.openedAt)}</small>
              {one.reasons.map((reason) => (
                <Tag key={reason}>{reason}</Tag>
              ))}
            </p>
            <p className="desk-line">
              <button
                type="button"
                className="button button-quiet"
                aria-label={t('duplicates.compareWith', { number: one.matter.number })}
                onClick={() => setCompared(one)}
              >
                {t('duplicates.compare')}
              </button>
              <label className="check">
                <input
                  type="checkbox"
                  checked={joinTo === one.matter.number}
                  onChange={(event) => onJoin(event.target.checked ? one.matter.number : null)}
                />
                <span>{t('duplicates.join', { number: one.matter.number })}</span>
              </label>
            </p>
          </li>
        ))}
      </ul>
      {compared && (
        <Compare
          one={{
            number: null,
            title: draft.title || '—',
            body: draft.body,
            state: null,
            openedAt: null,
            address: draft.address || null,
            areaName: found?.areas.at(-1)?.name ?? '',
            categoryName: found?.categories.find(({ code }) => code === draft.category)?.name ?? null,
            lead: found?.unit?.name ?? null,
          }}
          other={{ ...compared.matter, body: compared.body, lead: compared.matter.lead?.name ?? null }}
          reasons={compared.reasons}
          onClose={() => setCompared(null)}
          onJoin={() => {
            onJoin(compared.matter.number);
            setCompared(null);
          }}
        />
      )}
    </section>
  );
}
