import { notifications } from '@gongzhi/contract/notifications';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { Refused } from '../form-dialog.tsx';
import { type ItemOf, usePages } from '../pages.ts';
import type { Webhook } from './webhook-list.tsx';

type Delivery = ItemOf<typeof notifications.listDeliveries>;
const tones = { waiting: 'wait', delivered: 'good', 'given-up': 'late' } as const;

/** What was sent to one address and what came of it; what failed is sent again. */
export function Deliveries({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const t = useTexts('tokens');
  const dates = useDates();
  const list = usePages(notifications.listDeliveries, { params: { id: webhook.id }, query: {} });
  const again = useAct(notifications.redeliver, { onDone: () => toast(t('delivery.sent')) });
  return (
    <Dialog open width={60} title={t('hook.logOf', { url: webhook.url })} onClose={onClose}>
      {again.error && <Refused problem={again.error} />}
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <DataTable<Delivery>
          label={t('hook.log')}
          rows={list.rows}
          rowKey={(row) => row.id}
          loading={list.isLoading}
          loadingMore={list.isMoreLoading}
          onMore={list.more}
          empty={<Empty title={t('delivery.empty')} icon="log" />}
          columns={[
            { key: 'at', title: t('delivery.at'), cell: (row) => dates.moment(row.at), width: 150 },
            { key: 'event', title: t('delivery.event'), cell: (row) => <code className="admin-value">{row.event}</code>, width: 150 },
            { key: 'subject', title: t('delivery.subject'), cell: (row) => row.subject ?? '—', width: 180 },
            { key: 'attempts', title: t('delivery.attempts'), cell: (row) => row.attempts, width: 64 },
            {
              key: 'state',
              title: t('delivery.state'),
              cell: (row) => (
                <>
                  <StateTag tone={tones[row.state]}>{t(`delivery.${row.state}`)}</StateTag>
                  {(row.status !== null || row.error) && (
                    <span className="admin-sub">{[row.status, row.error].filter(Boolean).join(' · ')}</span>
                  )}
                </>
              ),
            },
            {
              key: 'again',
              title: '',
              cell: (row) =>
                row.state === 'waiting' ? null : (
                  <button
                    type="button"
                    className="button"
                    disabled={again.isPending}
                    aria-label={t('delivery.againOne', { event: row.event, subject: row.subject ?? '' })}
                    onClick={() => again.mutate({ params: { id: webhook.id, delivery: row.id } })}
                  >
                    {t('delivery.again')}
                  </button>
                ),
              width: 110,
            },
          ]}
        />
      )}
    </Dialog>
  );
}
