import { type Account, identity } from '@gongzhi/contract/identity';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { TextField } from '../fields.tsx';
import { Refused } from '../form-dialog.tsx';
import { OnceShown } from '../once-shown.tsx';

type Hurting = 'reset' | 'disable' | 'factor';

/** One account and what its administrator may do with it. What only the other administrator may do is not offered. */
export function AccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTexts('accounts');
  const may = useMay();
  const dates = useDates();
  const [subject, setSubject] = useState(account.oidcSubject ?? '');
  const change = useAct(identity.changeAccount, { onDone: () => toast(t('done')) });
  const reset = useAct(identity.resetPassword);
  const { id, username } = account;
  const sure = async (about: Hurting, action: string, act: () => void) => {
    const asked = { title: t(`${about}Ask`, { username }), body: t(`${about}Body`), action, danger: true };
    if (await confirm(asked)) act();
  };
  const problem = change.error ?? reset.error;
  if (reset.data) {
    return (
      <OnceShown
        title={t('resetDone')}
        hint={t('createdHint', { name: account.name, username })}
        label={t('password')}
        secret={reset.data.password}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open title={`${account.name} · ${username}`} onClose={onClose} width={36}>
      <div className="admin-form">
        <dl className="admin-facts">
          <dt>{t('column.posts')}</dt>
          <dd>
            {account.posts.length === 0 && (
              <>
                {t('noPosts')}
                <span className="admin-sub">{t('noPostsHint')}</span>
              </>
            )}
            {account.posts.map((post) => (
              <div key={post.postId}>
                {post.organisationName} {post.title}
              </div>
            ))}
          </dd>
          <dt>{t('column.lastSignIn')}</dt>
          <dd>{account.lastSignIn ? dates.moment(account.lastSignIn) : t('never')}</dd>
          <dt>{t('passwordChanged')}</dt>
          <dd>{account.passwordChangedAt ? dates.moment(account.passwordChangedAt) : '—'}</dd>
          <dt>{t('column.factor')}</dt>
          <dd>{t(account.secondFactor ? 'factor.on' : 'factor.off')}</dd>
          <dt>{t('subject')}</dt>
          <dd>{account.oidcSubject ?? t('unbound')}</dd>
        </dl>
        {may('account.edit') && (
          <form
            className="admin-secret"
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate({ params: { id }, body: { oidcSubject: subject.trim() || null } });
            }}
          >
            <TextField
              label={t('field.subject')}
              required={false}
              hint={t('field.subjectHint')}
              problem={problemAt(change.error, 'oidcSubject')}
              value={subject}
              onChange={setSubject}
              maxLength={200}
            />
            <button
              type="submit"
              className="button"
              style={{ marginBlockStart: '1.6rem', alignSelf: 'start' }}
              disabled={subject.trim() === (account.oidcSubject ?? '') || change.isPending}
            >
              {t('map')}
            </button>
          </form>
        )}
        <div className="admin-bar">
          {may('account.edit') && (
            <button
              type="button"
              className="button"
              disabled={reset.isPending}
              onClick={() => void sure('reset', t('reset'), () => reset.mutate({ params: { id } }))}
            >
              {t('reset')}
            </button>
          )}
          {may('security.edit') && account.lockedUntil && (
            <button type="button" className="button" onClick={() => change.mutate({ params: { id }, body: { unlock: true } })}>
              {t('unlock')}
            </button>
          )}
          {may('security.edit') && account.secondFactor && (
            <button
              type="button"
              className="button"
              onClick={() =>
                void sure('factor', t('factorReset'), () => change.mutate({ params: { id }, body: { resetSecondFactor: true } }))
              }
            >
              {t('factorReset')}
            </button>
          )}
          {account.disabled ? (
            <button type="button" className="button" onClick={() => change.mutate({ params: { id }, body: { disabled: false } })}>
              {t('enable')}
            </button>
          ) : (
            <button
              type="button"
              className="button button-danger"
              onClick={() => void sure('disable', t('disable'), () => change.mutate({ params: { id }, body: { disabled: true } }))}
            >
              {t('disable')}
            </button>
          )}
        </div>
        {problem && <Refused problem={problem} />}
      </div>
    </Dialog>
  );
}
