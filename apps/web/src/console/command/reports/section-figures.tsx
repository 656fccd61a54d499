import type { ReportFigures, ReportSection } from '@gongzhi/contract/reports';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chart } from '../../../kit/chart.tsx';
import { useTexts } from '../../../shell/language.ts';

const percent = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);

/** What stands in a section beside its words: the chart or the table of its figures. */
export function SectionFigures({ section, figures }: { section: ReportSection['key']; figures: ReportFigures }) {
  const t = useTexts('reports');
  const table = (heads: readonly string[], rows: readonly (readonly ReactNode[])[], keys: readonly string[]) => (
    <div className="report-scroll">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], index) => (
            <tr key={keys[index]}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                <td key={heads[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  switch (section) {
    case 'trend':
      return (
        <Chart
          label={t('trend')}
          rows={figures.days.map((one) => ({ day: String(Number(one.day.slice(8))), reported: one.reported, closed: one.closed }))}
          x={{ key: 'day', label: t('day') }}
          series={[
            { key: 'reported', label: t('reported'), kind: 'bar', tone: 'busy' },
            { key: 'closed', label: t('closed'), kind: 'line', tone: 'good' },
          ]}
          height="14rem"
        />
      );
    case 'areas':
      return table(
        [t('area'), t('reported'), t('closed'), t('overdue'), t('onTime'), t('satisfaction')],
        figures.areas.map((one) => [one.name, one.reported, one.closed, one.openOverdue, percent(one.onTime), percent(one.satisfaction)]),
        figures.areas.map((one) => one.code),
      );
    case 'categories':
      return table(
        [t('category'), t('reported'), t('share')],
        figures.categories.map((one) => [one.name, one.reported, percent(one.share)]),
        figures.categories.map((one) => one.code),
      );
    case 'cases':
      return figures.cases.length === 0
        ? null
        : table(
            [t('number'), t('item'), t('area'), t('unit'), t('opened')],
            figures.cases.map((one) => [
              <Link key={one.number} to="/console/cases/$number" params={{ number: one.number } as never}>
                {one.number}
              </Link>,
              one.title,
              one.areaName,
              one.unit ?? '—',
              one.openedAt.slice(0, 10),
            ]),
            figures.cases.map((one) => one.number),
          );
    default:
      return null;
  }
}
