import { muster } from '@gongzhi/contract/muster';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { StateTag, Tag } from '../../../kit/state-tag.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { type ApiProblem, call } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { keyOf } from '../../../shell/query.ts';
import { useKind } from '../tasks/kinds.ts';
import { CallDialog } from './call-dialog.tsx';
import './muster.css';

const figures = ['called', 'received', 'signedIn'] as const;

/** Musters of the areas in one's charge; real ones and rehearsals are two lists. */
export default function MustersPage() {
  const t = useTexts('musterDesk');
  const dates = useDates();
  const words = useKind('muster');
  const [search, set] = useSearchState();
  const [calling, setCalling] = useState(false);
  const rehearsal = search.rehearsal === '1';
  const query = { limit: 30, ...(rehearsal ? { rehearsal: 'true' } : {}) };
  const pages = useInfiniteQuery({
    queryKey: keyOf(muster.list, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(muster.list, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } as never, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <main id="main" tabIndex={-1} className="muster">
      <PageHeader
        title={t('command:muster.title')}
        meta={t('meta')}
        actions={
          <button type="button" className="button button-primary" onClick={() => setCalling(true)}>
            <Icon name="bell" />
            {t('call')}
          </button>
        }
      />
      <fieldset className="tasks-states">
        <legend className="visually-hidden">{t('kind')}</legend>
        {[false, true].map((one) => (
          <label key={String(one)} className="pill">
            <input type="radio" name="rehearsal" checked={rehearsal === one} onChange={() => set({ rehearsal: one ? '1' : undefined })} />
            {one ? t('rehearsals') : t('real')}
          </label>
        ))}
      </fieldset>
      {pages.error && <ErrorState problem={pages.error as ApiProblem} onRetry={() => void pages.refetch()} />}
      {pages.isLoading && <Loading lines={5} />}
      {pages.data && rows.length === 0 && <Empty title={t('none')} hint={t('noneHint')} icon="bell" />}
      <ul className="muster-list">
        {rows.map((row) => (
          <li key={row.number} className="card muster-card">
            <div>
              <Link to="/console/musters/$number" params={{ number: row.number } as never}>
                <strong>{row.title}</strong>
              </Link>{' '}
              {row.rehearsal && <Tag tone="violet">{t('rehearsal')}</Tag>}{' '}
              <StateTag tone={words.state(row.state).tone}>{words.state(row.state).label}</StateTag>
              <small>
                {row.areaName} · {dates.moment(row.calledAt)} · {row.number}
              </small>
            </div>
            <dl className="muster-figures">
              {figures.map((figure) => (
                <div key={figure}>
                  <dt>{t(`figure.${figure}`)}</dt>
                  <dd>{row[figure]}</dd>
                </div>
              ))}
              <div>
                <dt>{t('figure.minutes')}</dt>
                <dd>{row.minutesToSignIn ?? '—'}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="button button-wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </button>
      )}
      {calling && <CallDialog onClose={() => setCalling(false)} />}
    </main>
  );
}
