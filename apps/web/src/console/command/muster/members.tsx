import { memberStatuses, muster } from '@gongzhi/contract/muster';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { type ApiProblem, call } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { keyOf, useAct } from '../../../shell/query.ts';

const tones: Record<string, string> = { called: 'new', received: 'turn', declined: 'stop', 'signed-in': 'good', left: 'wait' };
const shown = [undefined, ...memberStatuses, 'missing'] as const;

/** Those called, by name and by how they stand. */
export function Members({ number, running }: { number: string; running: boolean }) {
  const t = useTexts('musterDesk');
  const dates = useDates();
  const [status, setStatus] = useState<(typeof shown)[number]>(undefined);
  const [text, setText] = useState('');
  const safe = useAct(muster.markSafe, { stale: [muster.read, muster.members] });
  const query = { limit: 50, ...(status ? { status } : {}), ...(text.trim() ? { text: text.trim() } : {}) };
  const pages = useInfiniteQuery({
    queryKey: keyOf(muster.members, { params: { number }, query }),
    queryFn: ({ pageParam, signal }) =>
      call(muster.members, { params: { number }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } as never, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card tasks-card muster-noprint">
      <h2>{t('members.title')}</h2>
      <fieldset className="tasks-states">
        <legend className="visually-hidden">{t('members.title')}</legend>
        {shown.map((one) => (
          <label key={one ?? 'all'} className="pill">
            <input type="radio" name="status" checked={status === one} onChange={() => setStatus(one)} />
            {t(`members.status.${one ?? 'all'}`)}
          </label>
        ))}
      </fieldset>
      <input
        className="input"
        type="search"
        aria-label={t('members.search')}
        placeholder={t('members.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {pages.error && <ErrorState problem={pages.error as ApiProblem} onRetry={() => void pages.refetch()} />}
      {pages.isLoading && <Loading lines={4} />}
      {pages.data && rows.length === 0 && <p className="field-hint">{t('members.none')}</p>}
      <ul className="tasks-findings">
        {rows.map((row) => (
          <li key={row.id} className="muster-head">
            <span>
              <strong>{row.name}</strong>{' '}
              <small>
                {[row.team, row.post, row.areaName, row.skills.join('、')].filter(Boolean).join(' · ')}
                {row.signedAt && ` · ${dates.time(row.signedAt)} ${row.signedBy ? t(`members.by.${row.signedBy}`) : ''}`}
                {row.onShift && ` · ${row.onShift}`}
              </small>
            </span>
            {running && row.safe === false && (
              <button
                type="button"
                className="button"
                aria-label={`${t('counts.safe')} ${row.name}`}
                disabled={safe.isPending}
                onClick={() => safe.mutate({ params: { number, id: row.id } })}
              >
                {t('counts.safe')}
              </button>
            )}
            <StateTag tone={tones[row.status] ?? 'stop'}>{t(`members.status.${row.status}`)}</StateTag>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="button button-wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </section>
  );
}
