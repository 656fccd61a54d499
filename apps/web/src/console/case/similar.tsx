import { cases } from '@gongzhi/contract/cases';
import type { MatterDetail } from '@gongzhi/contract/matters';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { Compare } from '../matter/compare.tsx';
import { CaseLink, CaseState } from '../matter/marks.tsx';

type Similar = AnswerOf<typeof cases.similar>['items'][number];

/** Cases that may be the same request, with what speaks for it; side by side, and joined from there. */
export function SimilarCases({ matter, onJoin }: { matter: MatterDetail; onJoin: (number: string) => void }) {
  const t = useTexts('case');
  const dates = useDates();
  const found = useCall(cases.similar, { params: { number: matter.number } }, { staleTime: 60_000 });
  const [compared, setCompared] = useState<Similar | null>(null);
  const items = found.data?.items ?? [];
  const mayJoin = matter.actions.some(({ action }) => action === 'join');
  if (!found.data) return null;
  return (
    <section className="card case-card case-similar" aria-labelledby="case-similar">
      <h2 id="case-similar">{t('similar.title')}</h2>
      {items.length === 0 && <p className="field-hint">{t('similar.none')}</p>}
      <ul>
        {items.map((one) => (
          <li key={one.matter.number}>
            <p>
              <CaseLink matter={one.matter} />
            </p>
            <p className="case-similar-line">
              <CaseState state={one.matter.state} />
              <small>{dates.ago(one.matter.openedAt)}</small>
              {one.reasons.map((reason) => (
                <Tag key={reason}>{reason}</Tag>
              ))}
            </p>
            <button
              type="button"
              className="button button-quiet"
              aria-label={t('similar.compareWith', { number: one.matter.number })}
              onClick={() => setCompared(one)}
            >
              {t('similar.compare')}
            </button>
          </li>
        ))}
      </ul>
      {compared && (
        <Compare
          one={{ ...matter, lead: matter.lead?.name ?? null }}
          other={{ ...compared.matter, body: compared.body, lead: compared.matter.lead?.name ?? null }}
          reasons={compared.reasons}
          onClose={() => setCompared(null)}
          {...(mayJoin
            ? {
                onJoin: () => {
                  setCompared(null);
                  onJoin(compared.matter.number);
                },
              }
            : {})}
        />
      )}
    </section>
  );
}
