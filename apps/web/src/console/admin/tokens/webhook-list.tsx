import { notifications } from '@gongzhi/contract/notifications';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { Refused } from '../form-dialog.tsx';
import { CreateWebhook } from './create-webhook.tsx';
import { Deliveries } from './deliveries.tsx';

export type Webhook = AnswerOf<typeof notifications.listWebhooks>['items'][number];

export function WebhookList() {
  const t = useTexts('tokens');
  const dates = useDates();
  const [creating, setCreating] = useState(false);
  const [logOf, setLogOf] = useState<Webhook | null>(null);
  const list = useCall(notifications.listWebhooks, {});
  const drop = useAct(notifications.dropWebhook, { onDone: () => toast(t('admin:removed')) });
  const remove = async ({ id, url }: Webhook) => {
    const asked = { title: t('hook.removeAsk'), body: t('hook.removeBody', { url }), action: t('hook.remove'), danger: true };
    if (await confirm(asked)) drop.mutate({ params: { id } });
  };
  if (list.error) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      {drop.error && <Refused problem={drop.error} />}
      <DataTable<Webhook>
        label={t('tab.webhooks')}
        rows={list.data?.items ?? []}
        rowKey={(hook) => hook.id}
        loading={list.isLoading}
        onOpen={setLogOf}
        empty={<Empty title={t('hook.empty')} icon="link" />}
        toolbar={
          <button type="button" className="button button-primary" onClick={() => setCreating(true)}>
            <Icon name="plus" />
            {t('hook.create')}
          </button>
        }
        columns={[
          { key: 'url', title: t('hook.url'), cell: (hook) => <code className="admin-value">{hook.url}</code> },
          {
            key: 'events',
            title: t('hook.events'),
            cell: (hook) => (
              <span className="admin-row-acts">
                {hook.events.map((event) => (
                  <Tag key={event}>{event}</Tag>
                ))}
              </span>
            ),
            width: 220,
          },
          { key: 'createdAt', title: t('hook.createdAt'), cell: (hook) => dates.day(hook.createdAt), width: 130 },
          {
            key: 'last',
            title: t('hook.last'),
            cell: (hook) => (
              <>
                {hook.lastStatus ?? t('hook.none')}
                {hook.failing > 0 && <span className="admin-sub">{t('hook.failing', { count: hook.failing })}</span>}
              </>
            ),
            width: 150,
          },
          {
            key: 'acts',
            title: '',
            cell: (hook) => (
              <span className="admin-row-acts">
                <button type="button" className="button" aria-label={t('hook.logOf', { url: hook.url })} onClick={() => setLogOf(hook)}>
                  {t('hook.log')}
                </button>
                <button
                  type="button"
                  className="button button-danger button-icon"
                  aria-label={t('hook.removeOne', { url: hook.url })}
                  onClick={() => void remove(hook)}
                >
                  <Icon name="trash" />
                </button>
              </span>
            ),
            width: 170,
            fixed: 'end',
          },
        ]}
      />
      {creating && <CreateWebhook onClose={() => setCreating(false)} />}
      {logOf && <Deliveries webhook={logOf} onClose={() => setLogOf(null)} />}
    </>
  );
}
