import { cases, type RateName } from '@gongzhi/contract/cases';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Choice } from '../../kit/pills.tsx';
import { type ApiProblem, call } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { keyOf } from '../../shell/query.ts';
import { Drawer } from '../matter/drawer.tsx';
import { CaseDue, CaseLink, CaseState } from '../matter/marks.tsx';
import type { Narrowing } from './drill.ts';
import type { Period } from './period.ts';

const sides = ['denominator', 'numerator', 'missed'] as const;
export interface Behind {
  rate: RateName;
  /** What the row is called. */
  name: string;
  question: Period & Narrowing;
}

/** The cases behind one figure: all it is measured on, those for it, those against it. */
export function RowsDrawer({ behind, onClose }: { behind: Behind; onClose: () => void }) {
  const t = useTexts('figures');
  const dates = useDates();
  const [side, setSide] = useState<(typeof sides)[number]>('denominator');
  const query = { ...behind.question, rate: behind.rate, side, limit: 50 } as const;
  const pages = useInfiniteQuery({
    queryKey: keyOf(cases.rateRows, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(cases.rateRows, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } as never, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Drawer open title={`${t(`rate.${behind.rate}`)} · ${behind.name}`} onClose={onClose}>
      <Choice
        name="side"
        className="figures-sides"
        label={t('rows.side')}
        isLabelHidden
        value={side}
        onChange={setSide}
        options={sides.map((one) => ({ value: one, label: t(`rows.${one}`) }))}
      />
      <p className="field-hint">{t(`definition.${behind.rate}`)}</p>
      {pages.isLoading && <Loading />}
      {pages.error && <ErrorState problem={pages.error as ApiProblem} onRetry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && <Empty title={t('rows.none')} icon="search" />}
      <ul className="figures-rows">
        {rows.map((row, index) => (
          // A case returned twice counts twice and stands here twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: the same case may stand here more than once
          <li key={`${row.number}-${index}`}>
            <CaseLink matter={row} />
            <p>
              <CaseState state={row.state} />
              <CaseDue matter={row} />
              <small>{row.lead?.name ?? t('matter:noUnit')}</small>
              <small>{dates.ago(row.openedAt)}</small>
            </p>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="button button-wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('kit:table.more')}
        </button>
      )}
    </Drawer>
  );
}
