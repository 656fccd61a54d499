import { cases, type WallCase } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { DataTable } from '../../kit/data-table.tsx';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { FilterBar } from '../../kit/filter-bar.tsx';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { usePages } from '../admin/pages.ts';

/** What stands on the walls now, as everybody sees it, with the way to the case behind it. */
export function Published() {
  const t = useTexts('wallDesk');
  const dates = useDates();
  const [search, set] = useSearchState();
  const wall = search.wall === 'echoes' ? 'echoes' : 'problems';
  const list = usePages(cases.wall, { query: { wall, text: search.text } });
  return (
    <section aria-label={t('tab.published')}>
      <FilterBar
        values={search}
        onChange={set}
        filters={[
          {
            kind: 'choice',
            key: 'wall',
            label: t('wall.label'),
            width: 220,
            options: [
              { value: 'problems', label: t('wall.problems') },
              { value: 'echoes', label: t('wall.echoes') },
            ],
          },
          { kind: 'text', key: 'text', label: t('filter.text') },
        ]}
      />
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <DataTable<WallCase>
          label={t(`wall.${wall}`)}
          rows={list.rows}
          rowKey={(row) => row.number}
          loading={list.isLoading}
          loadingMore={list.isMoreLoading}
          onMore={list.more}
          empty={<Empty title={t('empty')} icon="wall" />}
          toolbar={<strong>{t(`wall.${wall}`)}</strong>}
          columns={[
            {
              key: 'title',
              title: t('column.title'),
              cell: (row) => (
                <>
                  {row.title}
                  <span className="admin-sub">{[row.categoryName, row.number].filter(Boolean).join(' · ')}</span>
                </>
              ),
            },
            { key: 'area', title: t('column.area'), cell: (row) => row.areaName, width: 150 },
            { key: 'owner', title: t('column.owner'), cell: (row) => row.owner ?? '—', width: 180 },
            { key: 'openedAt', title: t('column.openedAt'), cell: (row) => dates.day(row.openedAt), width: 130 },
            { key: 'comments', title: t('column.comments'), cell: (row) => row.comments, width: 72, align: 'end' },
            { key: 'likes', title: t('column.likes'), cell: (row) => row.likes, width: 72, align: 'end' },
            {
              key: 'acts',
              title: t('column.acts'),
              cell: (row) => (
                <span className="admin-row-acts">
                  <a href={`/wall/${row.number}`} target="_blank" rel="noreferrer" aria-label={t('onWallOf', { number: row.number })}>
                    {t('onWall')}
                  </a>
                  <Link to="/console/cases/$number" params={{ number: row.number } as never} aria-label={`${t('case')} ${row.number}`}>
                    {t('case')}
                  </Link>
                </span>
              ),
              width: 150,
              fixed: 'end',
            },
          ]}
        />
      )}
    </section>
  );
}
