import { cases } from '@gongzhi/contract/cases';
import { useState } from 'react';
import { DataTable } from '../../kit/data-table.tsx';
import { useDates } from '../../kit/dates.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { StateTag, Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { type ItemOf, usePages } from '../admin/pages.ts';
import { Progress } from './progress.tsx';

type Import = ItemOf<typeof cases.listImports>;
const tones = { waiting: 'wait', running: 'busy', done: 'good', failed: 'late', cancelled: 'stop' } as const;

/** The person's imports so far, each with its report. */
export function History() {
  const t = useTexts('importing');
  const dates = useDates();
  const [shown, setShown] = useState<Import | null>(null);
  const list = usePages(cases.listImports, { query: { limit: 20 } });
  const result = ({ report }: Import) =>
    report
      ? t('result', {
          read: report.read,
          taken: report.taken,
          known: report.known,
          refused: new Set(report.refused.map(({ row }) => row)).size,
        })
      : '—';
  return (
    <div className="admin-panel">
      <header>
        <h2>{t('history')}</h2>
      </header>
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <DataTable<Import>
          label={t('history')}
          rows={list.rows}
          rowKey={(row) => row.id}
          loading={list.isLoading}
          loadingMore={list.isMoreLoading}
          onMore={list.more}
          onOpen={setShown}
          empty={<Empty title={t('empty')} icon="upload" />}
          columns={[
            { key: 'at', title: t('headAt'), cell: (row) => dates.moment(row.startedAt), width: 160 },
            { key: 'file', title: t('headFile'), cell: (row) => row.fileName, width: 240 },
            {
              key: 'kind',
              title: t('headKind'),
              cell: (row) => <Tag tone={row.dryRun ? 'grey' : 'blue'}>{t(row.dryRun ? 'dryRun' : 'run')}</Tag>,
              width: 110,
            },
            { key: 'state', title: t('headState'), cell: (row) => <StateTag tone={tones[row.state]}>{t(row.state)}</StateTag>, width: 120 },
            { key: 'result', title: t('headResult'), cell: result },
            { key: 'by', title: t('headBy'), cell: (row) => row.by, width: 110 },
            {
              key: 'open',
              title: t('view'),
              cell: (row) => (
                <button type="button" className="button" aria-label={t('historyOf', { name: row.fileName })} onClick={() => setShown(row)}>
                  {t('view')}
                </button>
              ),
              width: 90,
              fixed: 'end',
            },
          ]}
        />
      )}
      {shown && (
        <Dialog open width={64} title={`${t('resultTitle')} · ${shown.fileName}`} onClose={() => setShown(null)}>
          <Progress id={shown.id} name={shown.fileName} dryRun={shown.dryRun} />
        </Dialog>
      )}
    </div>
  );
}
