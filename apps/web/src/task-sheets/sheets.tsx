import { tasks } from '@gongzhi/contract/tasks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../kit/empty.tsx';
import { ErrorState } from '../kit/error-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { type ApiProblem, call } from '../shell/api.ts';
import { useTexts } from '../shell/language.ts';
import { keyOf } from '../shell/query.ts';
import { SheetDialog } from './sheet-dialog.tsx';
import './sheets.css';

/** Turns of one task, or those that wait for whoever looks; each opens its form. */
export function Sheets({ number, waiting }: { number?: string; waiting?: boolean }) {
  const t = useTexts('taskSheets');
  const [open, setOpen] = useState<string | null>(null);
  const query = { limit: 50, ...(number ? { number } : {}), ...(waiting ? { waiting: 'true' } : {}) };
  const pages = useInfiniteQuery({
    queryKey: keyOf(tasks.sheets, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(tasks.sheets, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } as never, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (pages.error) return <ErrorState problem={pages.error as ApiProblem} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading lines={4} />;
  const rows = pages.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Empty title={t('none')} icon="check" />;
  return (
    <>
      <ul className="sheets">
        {rows.map((row) => (
          <li key={row.id} className={number ? 'sheets-one' : 'card sheets-one'}>
            <div>
              <strong>{number ? row.areaName : row.title}</strong>
              <small>
                {number
                  ? t('period', { count: row.period })
                  : `${row.areaName} · ${row.department} · ${t('period', { count: row.period })}`}
              </small>
              <small>{t('due', { from: row.opensOn, to: row.dueOn })}</small>
            </div>
            <StateTag tone={row.answeredAt ? (row.late ? 'warn' : 'good') : 'turn'}>
              {row.answeredAt ? (row.late ? t('late') : t('answered')) : t('waiting')}
            </StateTag>
            <button
              type="button"
              className="button"
              aria-label={`${row.answeredAt ? t('look') : t('fill')} ${row.title} ${row.areaName} ${row.period}`}
              onClick={() => setOpen(row.id)}
            >
              {row.answeredAt ? t('look') : t('fill')}
            </button>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="button button-wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </button>
      )}
      {open && <SheetDialog id={open} onClose={() => setOpen(null)} />}
    </>
  );
}
