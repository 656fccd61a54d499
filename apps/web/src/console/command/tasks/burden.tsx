import { burdenFigures, tasks } from '@gongzhi/contract/tasks';
import { useState } from 'react';
import { Chart } from '../../../kit/chart.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { pickers } from '../../../shell/pickers.tsx';
import { useCall } from '../../../shell/query.ts';
import { type BurdenAsked, BurdenRows } from './burden-rows.tsx';
import { Sparkline } from './sparkline.tsx';
import './tasks.css';

const Area = pickers.area!;

/** What every community carries in a month, where it comes from, and how it went over a year; each figure opens its rows. */
export default function BurdenPage() {
  const t = useTexts('departmentTasks');
  const [search, set] = useSearchState();
  const [open, setOpen] = useState<BurdenAsked | null>(null);
  const query = { ...(search.month ? { month: search.month } : {}), ...(search.area ? { area: search.area } : {}) };
  const found = useCall(tasks.burden, { query }, { keep: true });
  const data = found.data;
  return (
    <main id="main" tabIndex={-1} className="tasks">
      <PageHeader title={t('command:tasks.burden')} meta={t('burden.meta')} />
      <search className="tasks-tools">
        <label>
          <span className="visually-hidden">{t('burden.month')}</span>
          <select className="input" value={data?.month ?? ''} onChange={(event) => set({ month: event.target.value })}>
            {(data?.months ?? []).toReversed().map((month) => (
              <option key={month}>{month}</option>
            ))}
          </select>
        </label>
        <div className="tasks-area">
          <label className="visually-hidden" htmlFor="burden-area">
            {t('burden.area')}
          </label>
          <Area
            id="burden-area"
            value={search.area}
            several={false}
            max={undefined}
            invalid={false}
            onChange={(value) => set({ area: value ? String(value) : undefined })}
          />
        </div>
      </search>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {!data && !found.error && <Loading lines={10} />}
      {data && data.items.length === 0 && <Empty title={t('burden.none')} icon="area" />}
      {data && data.items.length > 0 && (
        <>
          <div className="card tasks-card">
            <Chart
              label={t('burden.trendTitle')}
              rows={data.trend.map((row) => ({ ...row }))}
              x={{ key: 'month', label: t('burden.month') }}
              series={[
                { key: 'tasks', label: t('burden.tasks'), kind: 'bar', tone: 'busy' },
                { key: 'forms', label: t('burden.forms'), kind: 'bar', tone: 'warn' },
                { key: 'hours', label: t('burden.hours'), kind: 'line', tone: 'good' },
              ]}
            />
          </div>
          <div className="card tasks-scroll">
            <table className="tasks-table tasks-numbers">
              <caption className="visually-hidden">{t('command:tasks.burden')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('burden.community')}</th>
                  {burdenFigures.map((figure) => (
                    <th key={figure} scope="col">
                      {t(`burden.${figure}`)}
                    </th>
                  ))}
                  <th scope="col">{t('burden.refused')}</th>
                  <th scope="col">{t('burden.filled')}</th>
                  <th scope="col">{t('burden.trend')}</th>
                </tr>
              </thead>
              <tbody>
                {data.items
                  .toSorted((a, b) => b.tasks - a.tasks)
                  .map((row) => (
                    <tr key={row.areaCode}>
                      <th scope="row">{row.areaName}</th>
                      {burdenFigures.map((figure) => (
                        <td key={figure}>
                          {row[figure] === 0 ? (
                            '0'
                          ) : (
                            <button
                              type="button"
                              className="tasks-open"
                              aria-label={`${row.areaName} ${t(`burden.${figure}`)} ${row[figure]}`}
                              onClick={() => setOpen({ month: data.month, area: row.areaCode, name: row.areaName, figure })}
                            >
                              {row[figure]}
                            </button>
                          )}
                        </td>
                      ))}
                      <td>{row.refused}</td>
                      <td>{row.filled}</td>
                      <td>
                        <Sparkline values={row.trend} label={`${row.areaName} ${t('burden.trend')}`} />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
          <div className="card tasks-scroll tasks-card">
            <h2>{t('burden.departments')}</h2>
            <table className="tasks-table tasks-numbers">
              <caption className="visually-hidden">{t('burden.departments')}</caption>
              <thead>
                <tr>
                  {['department', 'tasks', 'admitted', 'refused'].map((key) => (
                    <th key={key} scope="col">
                      {t(`burden.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.departments.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{row.name}</th>
                    <td>{row.tasks}</td>
                    <td>{row.admitted}</td>
                    <td>{row.refused}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {open && <BurdenRows asked={open} onClose={() => setOpen(null)} />}
    </main>
  );
}
