import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { toast } from '../../kit/toast.tsx';
import { FollowedActs } from '../../resident/followed-acts.tsx';
import { FollowedCase } from '../../resident/followed-case.tsx';
import { linkAddress, rememberLink } from '../../resident/links.ts';
import { useParam } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct, useCall } from '../../shell/query.ts';

/** A report by its secret link: how far it is, and what its reporter may do. */
export default function FollowPage() {
  const t = useTexts('public');
  const token = useParam('token');
  const report = useCall(cases.follow, { params: { token } });
  const act = useAct(cases.followAct);
  const followed = report.data;
  useEffect(() => {
    if (followed) rememberLink({ number: followed.number, token, title: followed.title, at: followed.openedAt });
  }, [followed, token]);
  const share = () => {
    const url = linkAddress(token);
    if (navigator.share) void navigator.share({ title: t('follow.title'), url }).catch(() => undefined);
    else void navigator.clipboard?.writeText(url).then(() => toast(t('follow.copied')));
  };
  if (!followed) {
    const wrong = report.error && report.error.status >= 400 && report.error.status < 500 && report.error.status !== 429;
    return (
      <main id="main" tabIndex={-1} className="public-narrow">
        <h1 tabIndex={-1}>{t('follow.title')}</h1>
        {wrong ? (
          <Empty title={t('follow.wrong')} hint={t('follow.wrongHint')} icon="link">
            <Link to="/m/mine" className="button">
              {t('follow.mine')}
            </Link>
          </Empty>
        ) : report.error ? (
          <ErrorState problem={report.error} onRetry={() => void report.refetch()} />
        ) : (
          <Loading lines={8} />
        )}
      </main>
    );
  }
  return (
    <main id="main" tabIndex={-1} className="public-narrow">
      <FollowedCase followed={followed}>
        <FollowedActs
          followed={followed}
          acting={{
            send: (body, done) => act.mutate({ params: { token }, body }, { onSuccess: done }),
            busy: act.isPending,
            problem: act.error,
            reset: act.reset,
          }}
        />
      </FollowedCase>
      <section className="keep-box" aria-labelledby="keep-title">
        <h2 id="keep-title">{t('follow.keepTitle')}</h2>
        <p>{t('follow.keep')}</p>
        {window.isSecureContext && (
          <button type="button" className="button" onClick={share}>
            <Icon name="link" />
            {t('follow.share')}
          </button>
        )}
      </section>
    </main>
  );
}
