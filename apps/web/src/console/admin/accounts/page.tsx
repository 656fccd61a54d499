import { type Account, identity } from '@gongzhi/contract/identity';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { FilterBar } from '../../../kit/filter-bar.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useMay } from '../../../shell/session.tsx';
import { usePages } from '../pages.ts';
import { AccountDialog } from './account-dialog.tsx';
import { CreateAccount } from './create-account.tsx';
import '../admin.css';

/** Staff accounts: found by name, made, disabled, unlocked, given a new password. */
export default function AccountsPage() {
  const t = useTexts('accounts');
  const may = useMay();
  const dates = useDates();
  const [search, set] = useSearchState();
  const [creating, setCreating] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const disabled = search.disabled === 'true' || search.disabled === 'false' ? search.disabled : undefined;
  const list = usePages(identity.listAccounts, { query: { text: search.text, disabled } });
  const open = list.rows.find(({ id }) => id === openId);
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('admin:pages.accounts')}
        meta={t('meta')}
        actions={
          may('account.edit') && (
            <button type="button" className="button button-primary" onClick={() => setCreating(true)}>
              <Icon name="plus" />
              {t('create')}
            </button>
          )
        }
      />
      <FilterBar
        values={search}
        onChange={set}
        filters={[
          { kind: 'text', key: 'text', label: t('filter.text') },
          {
            kind: 'choice',
            key: 'disabled',
            label: t('filter.disabled'),
            options: [
              { value: 'false', label: t('filter.on') },
              { value: 'true', label: t('filter.off') },
            ],
          },
        ]}
      />
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <DataTable<Account>
          label={t('admin:pages.accounts')}
          rows={list.rows}
          rowKey={(account) => account.id}
          loading={list.isLoading}
          loadingMore={list.isMoreLoading}
          onMore={list.more}
          onOpen={(account) => setOpenId(account.id)}
          empty={<Empty title={t('empty')} icon="people" />}
          columns={[
            {
              key: 'username',
              title: t('column.username'),
              cell: (account) => <code className="admin-value">{account.username}</code>,
              width: 170,
            },
            { key: 'name', title: t('column.name'), cell: (account) => account.name, width: 110 },
            {
              key: 'posts',
              title: t('column.posts'),
              cell: (account) =>
                account.posts.map((post) => `${post.organisationName} ${post.title}`).join('；') || (
                  <span className="admin-quiet">{t('noPosts')}</span>
                ),
            },
            {
              key: 'state',
              title: t('column.state'),
              cell: (account) =>
                account.disabled ? (
                  <StateTag tone="stop">{t('state.off')}</StateTag>
                ) : account.lockedUntil ? (
                  <StateTag tone="late">{t('state.locked', { at: dates.time(account.lockedUntil) })}</StateTag>
                ) : (
                  <StateTag tone="good">{t('state.on')}</StateTag>
                ),
              width: 150,
            },
            {
              key: 'factor',
              title: t('column.factor'),
              cell: (account) => t(account.secondFactor ? 'factor.on' : 'factor.off'),
              width: 110,
            },
            {
              key: 'lastSignIn',
              title: t('column.lastSignIn'),
              cell: (account) => (account.lastSignIn ? dates.ago(account.lastSignIn) : t('never')),
              width: 140,
            },
            {
              key: 'acts',
              title: t('column.acts'),
              cell: (account) => (
                <button
                  type="button"
                  className="button button-quiet button-icon"
                  aria-label={t('open', { username: account.username })}
                  onClick={() => setOpenId(account.id)}
                >
                  <Icon name="settings" />
                </button>
              ),
              width: 72,
              fixed: 'end',
            },
          ]}
        />
      )}
      {creating && <CreateAccount onClose={() => setCreating(false)} />}
      {open && <AccountDialog account={open} onClose={() => setOpenId(null)} />}
    </main>
  );
}
