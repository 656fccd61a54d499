import { type Plan, patrol } from '@gongzhi/contract/patrol';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useMay } from '../../../shell/session.tsx';
import { usePages } from '../../admin/pages.ts';
import { PlanForm } from './plan-form.tsx';

/** Plans by area; whoever plans opens one by its row. */
export function Plans({ area }: { area: string | undefined }) {
  const t = useTexts('patrolDesk');
  const may = useMay();
  const list = usePages(patrol.plans, { query: area ? { area } : {} });
  const [open, setOpen] = useState<Plan | 'new' | null>(null);
  const plans = may('patrol.plan');
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  return (
    <>
      <DataTable
        label={t('tab.plans')}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.isLoading}
        empty={t('plans.none')}
        onMore={list.more}
        loadingMore={list.isMoreLoading}
        {...(plans ? { onOpen: setOpen } : {})}
        toolbar={
          plans && (
            <button type="button" className="button button-primary" onClick={() => setOpen('new')}>
              <Icon name="plus" />
              {t('plans.create')}
            </button>
          )
        }
        columns={[
          { key: 'area', title: t('plans.area'), cell: (row) => row.areaName },
          { key: 'name', title: t('plans.name'), cell: (row) => row.name },
          {
            key: 'frequency',
            title: t('plans.frequency'),
            cell: (row) =>
              `${t(`plans.${row.frequency}`)}${row.weekdays.length > 0 ? ` ${row.weekdays.map((day) => t(`plans.weekday.${day as 1}`)).join('、')}` : ''}`,
          },
          { key: 'points', title: t('plans.points'), cell: (row) => t('plans.count', { count: row.points.length }) },
          { key: 'active', title: t('plans.active'), cell: (row) => t(row.active ? 'plans.active' : 'plans.stopped') },
        ]}
      />
      {open && <PlanForm plan={open === 'new' ? null : open} area={area} onClose={() => setOpen(null)} />}
    </>
  );
}
