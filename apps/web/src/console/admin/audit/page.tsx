import { identity } from '@gongzhi/contract/identity';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { FilterBar } from '../../../kit/filter-bar.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { addressOf } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { type ItemOf, usePages } from '../pages.ts';
import { EntryDialog } from './entry-dialog.tsx';
import texts from './texts.ts';
import { Verification } from './verification.tsx';
import '../admin.css';

type Entry = ItemOf<typeof identity.listAudit>;
const actions = Object.keys(texts.zh.action as object);
/** First and last instant of the days chosen, on the clock of the place. */
const instants = (from: string | undefined, to: string | undefined) => ({
  from: from ? `${from}T00:00:00+08:00` : undefined,
  to: to ? `${to}T23:59:59.999+08:00` : undefined,
});

/** The audit log: filtered by the address, page by page, each entry with what it holds; export and verification. */
export default function AuditPage() {
  const t = useTexts('audit');
  const dates = useDates();
  const [search, set] = useSearchState();
  const [shown, setShown] = useState<Entry | null>(null);
  const { text, action, actor, subject } = search;
  const query = { text, action, actor, subject, ...instants(search.from, search.to) };
  const log = usePages(identity.listAudit, { query });
  const actionText = (name: string) => (actions.includes(name) ? t(`action.${name}`) : name);
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('admin:pages.audit')}
        meta={t('meta')}
        actions={
          <a className="button" href={addressOf(identity.exportAudit, { query })} download>
            <Icon name="download" />
            {t('export')}
          </a>
        }
      />
      <Verification />
      <FilterBar
        values={search}
        onChange={set}
        first={5}
        filters={[
          { kind: 'text', key: 'text', label: t('filter.text') },
          {
            kind: 'choice',
            key: 'action',
            label: t('filter.action'),
            options: actions.map((value) => ({ value, label: actionText(value) })),
          },
          { kind: 'days', from: 'from', to: 'to', label: t('filter.days') },
          { kind: 'text', key: 'subject', label: t('filter.subject'), width: 180 },
          { kind: 'text', key: 'actor', label: t('filter.actor'), width: 200 },
        ]}
      />
      {log.error ? (
        <ErrorState problem={log.error} onRetry={log.refetch} />
      ) : (
        <DataTable<Entry>
          label={t('admin:pages.audit')}
          rows={log.rows}
          rowKey={(entry) => String(entry.no)}
          loading={log.isLoading}
          loadingMore={log.isMoreLoading}
          onMore={log.more}
          onOpen={setShown}
          empty={<Empty title={t('empty')} icon="log" />}
          columns={[
            { key: 'no', title: t('column.no'), cell: (entry) => <span className="tabular">{entry.no}</span>, width: 84 },
            { key: 'at', title: t('column.at'), cell: (entry) => <span className="tabular">{dates.moment(entry.at)}</span>, width: 170 },
            { key: 'actor', title: t('column.actor'), cell: (entry) => entry.actorName || t('nobody'), width: 140 },
            { key: 'action', title: t('column.action'), cell: (entry) => actionText(entry.action), width: 160 },
            {
              key: 'subject',
              title: t('column.subject'),
              cell: (entry) => <code className="admin-value">{entry.subject ?? '—'}</code>,
              width: 220,
            },
            { key: 'purpose', title: t('column.purpose'), cell: (entry) => entry.purpose ?? '—' },
            {
              key: 'address',
              title: t('column.address'),
              cell: (entry) => <code className="admin-value">{entry.address ?? '—'}</code>,
              width: 140,
            },
            {
              key: 'open',
              title: t('more'),
              cell: (entry) => (
                <button
                  type="button"
                  className="button button-quiet button-icon"
                  aria-label={`${t('more')} ${entry.no}`}
                  onClick={() => setShown(entry)}
                >
                  <Icon name="eye" />
                </button>
              ),
              width: 72,
              fixed: 'end',
            },
          ]}
        />
      )}
      {shown && <EntryDialog entry={shown} actionText={actionText} onClose={() => setShown(null)} onOnly={set} />}
    </main>
  );
}
