import { cases } from '@gongzhi/contract/cases';
import { useEffect, useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { useKeys } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { PickField } from '../admin/fields.tsx';
import { type ItemOf, usePages } from '../admin/pages.ts';
import { Call } from './call.tsx';
import '../admin/admin.css';
import './page.css';

export type CallBackCase = ItemOf<typeof cases.callBackList>;

/** Closed cases one after the other: who is called, what is said, what came of it. */
export default function CallBackPage() {
  const t = useTexts('callBack');
  const dates = useDates();
  const [search, set] = useSearchState();
  const [number, setNumber] = useState<string | null>(null);
  const list = usePages(cases.callBackList, { query: { area: search.area, organisation: search.organisation } });
  const at = list.rows.findIndex((row) => row.number === number);
  const chosen = list.rows[at] ?? null;
  const first = list.rows[0]?.number ?? null;
  const missing = number !== null && at === -1;
  useEffect(() => {
    // What was called leaves the list; the next one stands in its place.
    if (number === null || missing) setNumber(first);
  }, [number, missing, first]);
  const move = (step: number) => {
    const next = list.rows[at + step];
    if (next) setNumber(next.number);
    else if (step > 0) list.more?.();
  };
  useKeys(t('keys.title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
  ]);
  return (
    <main id="main" tabIndex={-1} className="call-back">
      <PageHeader title={t('admin:pages.callBack')} meta={t('meta')} />
      <div className="admin-split">
        <section className="admin-panel admin-aside call-back-list" aria-label={t('list')}>
          <div className="admin-form">
            <PickField of="area" label={t('filter.area')} value={search.area ?? ''} onChange={(area) => set({ area: area || undefined })} />
            <PickField
              of="organisation"
              label={t('filter.organisation')}
              value={search.organisation ?? ''}
              onChange={(organisation) => set({ organisation: organisation || undefined })}
            />
          </div>
          {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
          {list.isLoading && <Loading lines={8} />}
          <ul>
            {list.rows.map((row) => (
              <li key={row.number}>
                <button type="button" className="call-back-item" aria-current={row.number === number} onClick={() => setNumber(row.number)}>
                  <strong>{row.title}</strong>
                  <span className="admin-sub">
                    {row.lead?.name ?? t('noOwner')} · {row.areaName}
                  </span>
                  <span className="admin-sub">
                    {row.closedAt && t('closed', { ago: dates.ago(row.closedAt) })}
                    {row.attempts > 0 && ` · ${t('tries', { count: row.attempts })}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {list.rows.length > 0 && <p className="admin-quiet">{t('waiting', { count: list.rows.length })}</p>}
          {list.more && (
            <button type="button" className="button button-wide" disabled={list.isMoreLoading} onClick={list.more}>
              {t('more')}
            </button>
          )}
        </section>
        {chosen ? (
          <Call key={chosen.number} row={chosen} onSkip={() => move(1)} onSaved={() => move(1)} />
        ) : (
          !list.isLoading &&
          !list.error && (
            <div className="admin-panel">
              <Empty title={t('empty')} hint={t('emptyHint')} icon="phone" />
            </div>
          )
        )}
      </div>
    </main>
  );
}
