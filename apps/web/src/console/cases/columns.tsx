import type { MatterSummary } from '@gongzhi/contract/matters';
import { useMemo } from 'react';
import type { Column } from '../../kit/data-table.tsx';
import { useDates } from '../../kit/dates.ts';
import { Tag } from '../../kit/state-tag.tsx';
import { useLanguage, useTexts } from '../../shell/language.ts';
import { useCaseKind } from '../matter/kind.ts';
import { CaseDue, CaseLink, CaseState } from '../matter/marks.tsx';

/** Columns of every list of cases. */
export function useCaseColumns(): Column<MatterSummary>[] {
  const t = useTexts('cases');
  const dates = useDates();
  const kind = useCaseKind();
  const language = useLanguage();
  // The same columns as long as the same words are spoken: a new list of them draws every row anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: words and dates change with the language alone
  return useMemo(
    (): Column<MatterSummary>[] => [
      { key: 'title', title: t('column.title'), cell: (row) => <CaseLink matter={row} />, fixed: 'start', width: 280 },
      { key: 'state', title: t('column.state'), cell: (row) => <CaseState state={row.state} />, width: 110, sorts: ['-stateSince'] },
      { key: 'due', title: t('column.due'), cell: (row) => <CaseDue matter={row} />, width: 150, sorts: ['dueAt'] },
      { key: 'lead', title: t('column.lead'), cell: (row) => row.lead?.name ?? t('matter:noUnit'), width: 170 },
      { key: 'area', title: t('column.area'), cell: (row) => row.areaName, width: 150 },
      { key: 'category', title: t('column.category'), cell: (row) => row.categoryName ?? t('matter:uncategorised'), width: 130 },
      {
        key: 'openedAt',
        title: t('column.openedAt'),
        cell: (row) => <time dateTime={row.openedAt}>{dates.ago(row.openedAt)}</time>,
        width: 140,
        sorts: ['-openedAt', 'openedAt'],
      },
      { key: 'channel', title: t('column.channel'), cell: (row) => <Tag>{t(`matter:channel.${row.channel}`)}</Tag>, width: 90 },
      { key: 'number', title: t('column.number'), cell: (row) => <span className="cases-number">{row.number}</span>, width: 180 },
      { key: 'address', title: t('column.address'), cell: (row) => row.address ?? '—', width: 220, hidden: true },
      { key: 'stateSince', title: t('column.stateSince'), cell: (row) => dates.ago(row.stateSince), width: 150, hidden: true },
      {
        key: 'closedAt',
        title: t('column.closedAt'),
        cell: (row) => (row.closedAt ? dates.moment(row.closedAt) : '—'),
        width: 150,
        hidden: true,
      },
      {
        key: 'outcome',
        title: t('column.outcome'),
        cell: (row) => (row.outcome ? kind.outcome(row.outcome) : '—'),
        width: 110,
        hidden: true,
      },
    ],
    [language, kind],
  );
}
