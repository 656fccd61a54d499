import { cases, type RateName } from '@gongzhi/contract/cases';
import { useMemo } from 'react';
import { Chart } from '../../kit/chart.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Loading } from '../../kit/loading.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { stepOf } from './compared.ts';
import type { Narrowing } from './drill.ts';
import type { Period } from './period.ts';
import { lowIsGood } from './rate-text.ts';

interface TrendProps {
  period: Period;
  narrowing: Narrowing;
  rate: RateName;
  /** Opens the cases behind a day or a month of the rate. */
  onOpen: (step: 'day' | 'month', key: string) => void;
}

/** How the drawn rate and the amount of work went over the period, below each other on the same days. */
export function Trend({ period, narrowing, rate, onOpen }: TrendProps) {
  const t = useTexts('figures');
  const by = stepOf(period);
  const given = Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value));
  const found = useCall(cases.rates, { query: { ...period, ...given, by } }, { keep: true, staleTime: 60_000 });
  const rows = found.data?.rows;
  const points = useMemo(
    () =>
      (rows ?? []).map((row) => ({
        key: row.key,
        name: row.name,
        rate: row.rates[rate].value,
        reported: row.volume.reported,
        closed: row.volume.closed,
      })),
    [rows, rate],
  );
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />;
  if (!rows) return <Loading />;
  const x = { key: 'name', label: t(`by.${by}`) };
  return (
    <>
      <Chart
        label={t('trend', { rate: t(`rate.${rate}`) })}
        rows={points}
        x={x}
        series={[{ key: 'rate', label: t(`rate.${rate}`), kind: 'line', tone: lowIsGood.includes(rate) ? 'warn' : 'busy' }]}
        unit="%"
        height="13rem"
        onOpen={(index) => points[index] && onOpen(by, points[index].key)}
      />
      <Chart
        label={t('trendVolume')}
        rows={points}
        x={x}
        series={[
          { key: 'reported', label: t('volume.reported'), tone: 'turn' },
          { key: 'closed', label: t('volume.closed'), tone: 'good' },
        ]}
        height="13rem"
      />
    </>
  );
}
