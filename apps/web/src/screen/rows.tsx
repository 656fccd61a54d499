import { type BoardFigure, board } from '@gongzhi/contract/board';
import { Link } from '@tanstack/react-router';
import { useDates } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Empty } from '../kit/empty.tsx';
import { ErrorState } from '../kit/error-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { LoadMore } from '../resident/load-more.tsx';
import { usePages } from '../resident/pages.ts';
import { useTexts } from '../shell/language.ts';

export interface Behind {
  figure: BoardFigure;
  area: { code: string; name: string };
  hotSpot?: string;
}

/** The matters behind a figure. */
export function Rows({ behind, onClose }: { behind: Behind; onClose: () => void }) {
  const t = useTexts('screen');
  const dates = useDates();
  const list = usePages(board.rows, {
    query: { figure: behind.figure, limit: 50, ...(behind.hotSpot ? { hotSpot: behind.hotSpot } : { area: behind.area.code }) },
  });
  return (
    <Dialog
      open
      width={44}
      title={behind.hotSpot ? behind.area.name : t('rows.title', { figure: t(`figure.${behind.figure}`), area: behind.area.name })}
      onClose={onClose}
    >
      {!list.loaded ? (
        list.error ? (
          <ErrorState problem={list.error} onRetry={list.refetch} />
        ) : (
          <Loading lines={6} />
        )
      ) : list.items.length === 0 ? (
        <Empty title={t('rows.none')} icon="list" />
      ) : (
        <>
          <ul className="screen-list">
            {list.items.map((row) => (
              <li key={row.number}>
                <Link to="/console/cases/$number" params={{ number: row.number } as never}>
                  {row.title}
                </Link>
                <small>
                  {row.number} · {row.areaName} · {dates.moment(row.openedAt)}
                  {row.overdue && ` · ${t('rows.overdue')}`}
                </small>
              </li>
            ))}
          </ul>
          <LoadMore {...list} />
        </>
      )}
    </Dialog>
  );
}
