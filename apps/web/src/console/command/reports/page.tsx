import { type ReportHead, reports } from '@gongzhi/contract/reports';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { dayOf, useDates } from '../../../kit/dates.ts';
import { ErrorState } from '../../../kit/error-state.tsx';
import { problemAt } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { PickField, TextField } from '../../admin/fields.tsx';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { usePages } from '../../admin/pages.ts';

/** The monthly reports, newest first. */
export default function ReportsPage() {
  const t = useTexts('reports');
  const dates = useDates();
  const may = useMay();
  const navigate = useNavigate();
  const list = usePages(reports.list, { query: {} });
  const [writing, setWriting] = useState(false);
  const open = (row: Pick<ReportHead, 'id'>) => void navigate({ to: `/console/reports/${row.id}` });
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('command:reports.title')}
        meta={t('meta')}
        actions={
          may('report.write') && (
            <button type="button" className="button button-primary" onClick={() => setWriting(true)}>
              <Icon name="plus" />
              {t('write')}
            </button>
          )
        }
      />
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <DataTable
          label={t('command:reports.title')}
          rows={list.rows}
          rowKey={(row) => row.id}
          loading={list.isLoading}
          empty={t('none')}
          onMore={list.more}
          loadingMore={list.isMoreLoading}
          onOpen={open}
          columns={[
            { key: 'month', title: t('month'), width: 110, cell: (row) => row.month },
            { key: 'title', title: t('name'), cell: (row) => row.title },
            { key: 'area', title: t('area'), width: 160, cell: (row) => row.areaName },
            {
              key: 'state',
              title: t('stateName'),
              width: 170,
              cell: (row) => `${t(`state.${row.state}`)} · ${t('edition', { edition: row.edition })}`,
            },
            { key: 'by', title: t('by'), width: 130, cell: (row) => row.writtenBy },
            { key: 'issued', title: t('issued'), width: 170, cell: (row) => (row.issuedAt ? dates.moment(row.issuedAt) : '—') },
          ]}
        />
      )}
      {writing && <Write onClose={() => setWriting(false)} onDone={open} />}
    </main>
  );
}

function Write({ onClose, onDone }: { onClose: () => void; onDone: (report: { id: string }) => void }) {
  const t = useTexts('reports');
  const [month, setMonth] = useState(dayOf(Date.now()).slice(0, 7));
  const [areaCode, setAreaCode] = useState('');
  const act = useAct(reports.write, {
    stale: [reports.list],
    onDone: (report) => {
      toast(t('written'));
      onDone(report);
    },
  });
  return (
    <FormDialog
      title={t('write')}
      action={t('writeDo')}
      pending={act.isPending}
      problem={act.error}
      disabled={areaCode === ''}
      onClose={onClose}
      onSubmit={() => act.mutate({ body: { areaCode, month } })}
    >
      <PickField of="area" label={t('area')} value={areaCode} onChange={setAreaCode} problem={problemAt(act.error, 'areaCode')} />
      <TextField label={t('month')} type="month" value={month} onChange={setMonth} problem={problemAt(act.error, 'month')} />
    </FormDialog>
  );
}
