import { patrol } from '@gongzhi/contract/patrol';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { ErrorState } from '../../../kit/error-state.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import type { Asked } from './page.tsx';

/** The points behind the missed visits. */
export function Missed({ asked }: { asked: Asked }) {
  const t = useTexts('patrolDesk');
  const dates = useDates();
  const found = useCall(patrol.missed, { query: asked }, { keep: true });
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <p className="field-hint">{t(found.data?.more ? 'more' : 'missedHint')}</p>
      <DataTable
        label={t('tab.missed')}
        rows={found.data?.items ?? []}
        rowKey={(row) => `${row.pointId} ${row.day}`}
        loading={found.isLoading}
        empty={t('missedNone')}
        columns={[
          { key: 'day', title: t('day'), width: 150, cell: (row) => dates.day(`${row.day}T12:00:00+08:00`) },
          { key: 'area', title: t('area'), cell: (row) => row.areaName },
          { key: 'point', title: t('point'), cell: (row) => row.point },
          { key: 'plan', title: t('plan'), cell: (row) => row.plan },
          { key: 'reason', title: t('reason'), cell: (row) => row.reason ?? t('noReason') },
        ]}
      />
    </>
  );
}
