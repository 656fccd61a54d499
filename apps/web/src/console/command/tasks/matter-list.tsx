import { matters } from '@gongzhi/contract/matters';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DueText } from '../../../kit/due-text.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { type ApiProblem, call } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { keyOf } from '../../../shell/query.ts';
import { useKind } from './kinds.ts';

/** Matters of one kind by state, newest first. */
export function MatterList({
  kind,
  state,
  onState,
}: {
  kind: string;
  state: string | undefined;
  onState: (state: string | undefined) => void;
}) {
  const t = useTexts('departmentTasks');
  const words = useKind(kind);
  const query = { kind, limit: 50, ...(state ? { state } : {}) };
  const pages = useInfiniteQuery({
    queryKey: keyOf(matters.list, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(matters.list, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } as never, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <fieldset className="tasks-states">
        <legend className="visually-hidden">{t('state')}</legend>
        {[undefined, ...words.states.map((one) => one.state)].map((one) => (
          <label key={one ?? ''} className="pill">
            <input type="radio" name="state" checked={state === one} onChange={() => onState(one)} />
            {one ? words.state(one).label : t('all')}
          </label>
        ))}
      </fieldset>
      {pages.error && <ErrorState problem={pages.error as ApiProblem} onRetry={() => void pages.refetch()} />}
      {pages.isLoading && <Loading lines={8} />}
      {pages.data && rows.length === 0 && <Empty title={t('none')} hint={t('noneHint')} icon="duty" />}
      {rows.length > 0 && (
        <div className="card tasks-scroll">
          <table className="tasks-table">
            <caption className="visually-hidden">{t('col.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('col.title')}</th>
                <th scope="col">{kind === 'task' ? t('col.area') : t('col.department')}</th>
                <th scope="col">{t('col.state')}</th>
                <th scope="col">{t('col.due')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.number}>
                  <th scope="row">
                    <Link to="/console/tasks/$number" params={{ number: row.number } as never}>
                      {row.title}
                    </Link>
                    <small>{row.number}</small>
                  </th>
                  <td>{kind === 'task' ? row.areaName : (row.lead?.name ?? '—')}</td>
                  <td>
                    <StateTag tone={words.state(row.state).tone}>{words.state(row.state).label}</StateTag>
                  </td>
                  <td>{row.closedAt || !row.dueAt || row.state === 'admitted' ? '—' : <DueText dueAt={row.dueAt} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages.hasNextPage && (
        <button type="button" className="button button-wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  );
}
