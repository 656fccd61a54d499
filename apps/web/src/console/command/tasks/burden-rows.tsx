import { type burdenFigures, tasks } from '@gongzhi/contract/tasks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { type ApiProblem, call } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { keyOf } from '../../../shell/query.ts';
import { Drawer } from '../../matter/drawer.tsx';

export interface BurdenAsked {
  month: string;
  area: string;
  name: string;
  figure: (typeof burdenFigures)[number];
}

/** The rows behind one figure of one community. */
export function BurdenRows({ asked, onClose }: { asked: BurdenAsked; onClose: () => void }) {
  const t = useTexts('departmentTasks');
  const query = { month: asked.month, area: asked.area, figure: asked.figure, limit: 50 };
  const pages = useInfiniteQuery({
    queryKey: keyOf(tasks.burdenRows, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(tasks.burdenRows, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } as never, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Drawer open title={t('burden.rows', { name: asked.name, figure: t(`burden.${asked.figure}`) })} onClose={onClose}>
      {pages.isLoading && <Loading />}
      {pages.error && <ErrorState problem={pages.error as ApiProblem} onRetry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && <Empty title={t('burden.noRows')} icon="search" />}
      <ul className="tasks-findings">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one task stands here once for each of its turns
          <li key={`${row.number}-${index}`}>
            <Link to="/console/tasks/$number" params={{ number: row.number } as never}>
              {row.title}
            </Link>
            <small>
              {row.department} · {row.areaName} · {t('taskSheets:due', { from: row.from, to: row.to })}
              {row.minutes !== null && ` · ${t('one.minutesOf', { count: row.minutes })}`}
            </small>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="button button-wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </Drawer>
  );
}
