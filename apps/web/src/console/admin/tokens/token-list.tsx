import { identity } from '@gongzhi/contract/identity';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { StateTag, Tag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { Refused } from '../form-dialog.tsx';
import { type ItemOf, usePages } from '../pages.ts';
import { CreateToken } from './create-token.tsx';

type Token = ItemOf<typeof identity.listTokens>;

export function TokenList() {
  const t = useTexts('tokens');
  const dates = useDates();
  const [creating, setCreating] = useState(false);
  const list = usePages(identity.listTokens, { query: {} });
  const revoke = useAct(identity.revokeToken, { onDone: () => toast(t('token.revoked')) });
  const standing = (token: Token) =>
    token.revokedAt ? 'revoked' : token.expiresAt && Date.parse(token.expiresAt) < Date.now() ? 'expired' : 'live';
  const end = async (token: Token) => {
    const { name } = token;
    const asked = { title: t('token.revokeAsk', { name }), body: t('token.revokeBody'), action: t('token.revoke'), danger: true };
    if (await confirm(asked)) revoke.mutate({ params: { id: token.id } });
  };
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  return (
    <>
      {revoke.error && <Refused problem={revoke.error} />}
      <DataTable<Token>
        label={t('tab.tokens')}
        rows={list.rows}
        rowKey={(token) => token.id}
        loading={list.isLoading}
        loadingMore={list.isMoreLoading}
        onMore={list.more}
        empty={<Empty title={t('token.empty')} icon="key" />}
        toolbar={
          <button type="button" className="button button-primary" onClick={() => setCreating(true)}>
            <Icon name="plus" />
            {t('token.create')}
          </button>
        }
        columns={[
          { key: 'name', title: t('token.name'), cell: (token) => token.name },
          {
            key: 'scopes',
            title: t('token.scopes'),
            cell: (token) => (
              <span className="admin-row-acts">
                {token.scopes.map((scope) => (
                  <Tag key={scope} tone={scope === 'admin' ? 'red' : 'blue'}>
                    {t(`scope.${scope.replace(':', '-')}`)}
                  </Tag>
                ))}
              </span>
            ),
            width: 260,
          },
          { key: 'area', title: t('token.area'), cell: (token) => token.areaCode ?? '—', width: 130 },
          { key: 'createdAt', title: t('token.createdAt'), cell: (token) => dates.day(token.createdAt), width: 130 },
          {
            key: 'expires',
            title: t('token.expires'),
            cell: (token) => (token.expiresAt ? dates.day(token.expiresAt) : t('token.never')),
            width: 130,
          },
          {
            key: 'lastUsed',
            title: t('token.lastUsed'),
            cell: (token) => (token.lastUsedAt ? dates.ago(token.lastUsedAt) : t('token.unused')),
            width: 130,
          },
          {
            key: 'state',
            title: t('token.state'),
            cell: (token) => <StateTag tone={standing(token) === 'live' ? 'good' : 'stop'}>{t(`token.${standing(token)}`)}</StateTag>,
            width: 110,
          },
          {
            key: 'acts',
            title: t('token.revoke'),
            cell: (token) =>
              token.revokedAt ? null : (
                <button
                  type="button"
                  className="button button-danger"
                  aria-label={t('token.revokeOne', { name: token.name })}
                  disabled={revoke.isPending}
                  onClick={() => void end(token)}
                >
                  {t('token.revoke')}
                </button>
              ),
            width: 110,
            fixed: 'end',
          },
        ]}
      />
      {creating && <CreateToken onClose={() => setCreating(false)} />}
    </>
  );
}
