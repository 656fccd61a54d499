import { type CoverageRow, patrol } from '@gongzhi/contract/patrol';
import { Chart } from '../../../kit/chart.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import type { Asked } from './page.tsx';

const columns = ['planned', 'missed', 'visited', 'far', 'findings', 'solved', 'cases', 'visits', 'diaries'] as const;
const percent = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);

/** Visits owed and paid by the areas below and by day. */
export function Coverage({ asked, onArea }: { asked: Asked; onArea: (code: string) => void }) {
  const t = useTexts('patrolDesk');
  const found = useCall(patrol.coverage, { query: asked }, { keep: true });
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading lines={8} />;
  const { total, rows, days } = found.data;
  if (rows.length === 0) return <Empty title={t('none')} icon="pin" />;
  const line = (row: CoverageRow, isTotal: boolean) => (
    <tr key={row.key} className={isTotal ? 'patrol-total' : undefined}>
      <th scope="row">
        {isTotal ? (
          t('total')
        ) : (
          <button type="button" className="patrol-deeper" onClick={() => onArea(row.key)}>
            {row.name}
          </button>
        )}
      </th>
      <td>{percent(row.coverage)}</td>
      {columns.map((column) => (
        <td key={column}>{row[column]}</td>
      ))}
    </tr>
  );
  return (
    <>
      <section className="patrol-cards" aria-label={t('total')}>
        {(['coverage', 'visited', 'missed', 'findings', 'cases', 'visits'] as const).map((key) => (
          <div key={key} className="card patrol-card">
            <span>{t(`figure.${key}`)}</span>
            <strong>{key === 'coverage' ? percent(total.coverage) : total[key]}</strong>
          </div>
        ))}
      </section>
      <div className="card patrol-part">
        <Chart
          label={t('byDay')}
          rows={days.map((day) => ({ day: day.key.slice(5), done: day.planned - day.missed, missed: day.missed }))}
          x={{ key: 'day', label: t('day') }}
          series={[
            { key: 'done', label: t('figure.visited'), kind: 'bar', stack: 'all', tone: 'busy' },
            { key: 'missed', label: t('figure.missed'), kind: 'bar', stack: 'all', tone: 'warn' },
          ]}
        />
      </div>
      <div className="card patrol-part patrol-scroll">
        <table>
          <caption className="visually-hidden">{t('tab.coverage')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('area')}</th>
              <th scope="col">{t('figure.coverage')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`figure.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {line(total, true)}
            {rows.map((row) => line(row, false))}
          </tbody>
        </table>
      </div>
      <p className="field-hint">{t('note')}</p>
    </>
  );
}
