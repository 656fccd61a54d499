import { cases, dimensions, type RateName, rateNames } from '@gongzhi/contract/cases';
import { useMemo, useState } from 'react';
import { save, toCsv } from '../../kit/chart/export.ts';
import { Chart } from '../../kit/chart.tsx';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { Choices } from './choices.tsx';
import { compared } from './compared.ts';
import { behindRow, type Dimension, levelBelow } from './drill.ts';
import { periodOf } from './period.ts';
import { lowIsGood, sheetOf } from './rate-text.ts';
import { type Behind, RowsDrawer } from './rows-drawer.tsx';
import { RatesTable, volumes } from './table.tsx';
import { Trend } from './trend.tsx';
import './page.css';

const barsShown = 30;
const levels = ['subdistrict', 'community', 'grid', 'district'] as const;

/** The rates of a period, with what they were computed from and the cases behind each. */
export default function FiguresPage() {
  const t = useTexts('figures');
  const dates = useDates();
  const [search, set] = useSearchState();
  const [behind, setBehind] = useState<Behind | null>(null);
  const by: Dimension = dimensions.find((one) => one === search.by) ?? 'area';
  const level = levels.find((one) => one === search.level) ?? 'subdistrict';
  const drawn: RateName = rateNames.find((one) => one === search.rate) ?? 'onTime';
  const [opened] = useState(() => Date.now());
  const period = periodOf(search.period, { from: search.from, to: search.to }, opened);
  const narrowing = { area: search.area, unit: search.unit, category: search.category };
  const query = {
    ...period,
    by,
    ...(by === 'area' ? { level } : {}),
    ...(search.area ? { area: search.area } : {}),
    ...(search.unit ? { unit: search.unit } : {}),
    ...(search.category ? { category: search.category } : {}),
  };
  const found = useCall(cases.rates, { query }, { keep: true, staleTime: 60_000 });
  const rows = found.data?.rows;
  const inTime = by === 'day' || by === 'month';
  const bars = useMemo(() => (inTime ? [] : compared(rows ?? [], drawn, barsShown)), [rows, drawn, inTime]);
  const hasFew = bars.some((bar) => bar.few !== null);
  const open = (rate: RateName, key: string | null, name: string) =>
    setBehind({ rate, name, question: behindRow(by, key, period, narrowing) });
  const title = `${t('title')} ${period.from}–${period.to}`;
  const download = () => {
    if (!found.data) return;
    const sheet = sheetOf([...found.data.rows, { ...found.data.total, name: t('total') }], rateNames, {
      name: t(`by.${by}`),
      volume: Object.fromEntries(volumes.map((volume) => [volume, t(`volume.${volume}`)])),
      rate: (name) => t(`rate.${name}`),
      numerator: t('numerator'),
      denominator: t('denominator'),
    });
    save(new Blob([toCsv(sheet.columns, sheet.rows)], { type: 'text/csv' }), `${title} ${t(`by.${by}`)}.csv`);
  };
  return (
    <main id="main" tabIndex={-1} className="figures">
      <PageHeader
        title={t('title')}
        meta={
          found.data &&
          `${dates.day(`${period.from}T12:00:00+08:00`)} – ${dates.day(`${period.to}T12:00:00+08:00`)} · ${t('asOf', { at: dates.ago(found.data.asOf) })}`
        }
        actions={
          <button type="button" className="button" disabled={!found.data} onClick={download}>
            <Icon name="download" />
            {t('export')}
          </button>
        }
      />
      <Choices search={search} set={set} by={by} level={level} period={period} />
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Loading lines={8} />}
      {found.data && (
        <>
          <section className="figures-cards" aria-label={t('total')}>
            {(['response', 'resolution', 'satisfaction', 'composite', 'onTime'] as const).map((rate) => {
              const value = found.data.total.rates[rate];
              return (
                <button
                  key={rate}
                  type="button"
                  className="card figures-card"
                  aria-pressed={drawn === rate}
                  onClick={() => set({ rate: rate === 'onTime' ? undefined : rate })}
                >
                  <span>{t(`rate.${rate}`)}</span>
                  <strong>{value.value === null ? '—' : `${(value.value * 100).toFixed(1)}%`}</strong>
                  <small>{rate === 'composite' ? t('weighted') : `${value.numerator} / ${value.denominator}`}</small>
                </button>
              );
            })}
          </section>
          <div className="figures-drawn card">
            <label className="figures-which">
              {t('drawn')}
              <select
                className="input"
                value={drawn}
                onChange={(event) => set({ rate: event.target.value === 'onTime' ? undefined : event.target.value })}
              >
                {rateNames.map((rate) => (
                  <option key={rate} value={rate}>
                    {t(`rate.${rate}`)}
                  </option>
                ))}
              </select>
            </label>
            {inTime || (
              <Chart
                label={`${t(`rate.${drawn}`)} · ${t(`by.${by}`)}`}
                rows={bars}
                x={{ key: 'name', label: t(`by.${by}`) }}
                series={[
                  { key: 'rate', label: t(`rate.${drawn}`), stack: 'rate', tone: lowIsGood.includes(drawn) ? 'warn' : 'busy' },
                  ...(hasFew ? [{ key: 'few', label: t('few'), stack: 'rate', tone: 'wait' as const }] : []),
                ]}
                unit="%"
                {...(found.data.total.rates[drawn].value === null ? {} : { target: found.data.total.rates[drawn].value })}
                sideways={bars.length > 8}
                height={bars.length > 8 ? `${Math.min(44, 4 + bars.length * 1.6)}rem` : '18rem'}
                onOpen={(index) => bars[index] && open(drawn, bars[index].key, bars[index].name)}
              />
            )}
            <Trend
              period={period}
              narrowing={narrowing}
              rate={drawn}
              onOpen={(step, key) => setBehind({ rate: drawn, name: key, question: behindRow(step, key, period, narrowing) })}
            />
          </div>
          <p className="field-hint figures-note">{t('note')}</p>
          {found.data.rows.length === 0 ? (
            <Empty title={t('none')} icon="chart" />
          ) : (
            <RatesTable
              label={title}
              nameLabel={t(`by.${by}`)}
              total={found.data.total}
              rows={found.data.rows}
              onOpen={(rate, row) => open(rate, row?.key ?? null, row?.name ?? t('total'))}
              name={(row) => {
                const below = by === 'area' ? levelBelow(row.key) : null;
                if (!below) return row.name || row.key;
                return (
                  <button
                    type="button"
                    className="figures-deeper"
                    aria-label={t('deeper', { name: row.name })}
                    onClick={() => set({ area: row.key, level: below }, { push: true })}
                  >
                    {row.name} <Icon name="next" size={14} />
                  </button>
                );
              }}
            />
          )}
        </>
      )}
      {behind && <RowsDrawer behind={behind} onClose={() => setBehind(null)} />}
    </main>
  );
}
