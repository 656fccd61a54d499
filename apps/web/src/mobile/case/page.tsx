import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { FollowedActs } from '../../resident/followed-acts.tsx';
import { FollowedCase } from '../../resident/followed-case.tsx';
import { useParam } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct, useCall } from '../../shell/query.ts';
import { useTitle } from '../../shell/title.ts';

/** One of my reports, with what I may do. */
export default function MyCasePage() {
  const t = useTexts('mobile');
  const number = useParam('number');
  const report = useCall(cases.readMine, { params: { number } });
  const act = useAct(cases.actOnMine);
  useTitle(report.data?.title ?? t('case.title'));
  return (
    <main id="main" tabIndex={-1}>
      <Link to="/m/mine" className="mobile-line">
        <Icon name="back" size={16} />
        {t('case.back')}
      </Link>
      {report.data ? (
        <FollowedCase followed={report.data}>
          <FollowedActs
            followed={report.data}
            acting={{
              send: (body, done) => act.mutate({ params: { number }, body }, { onSuccess: done }),
              busy: act.isPending,
              problem: act.error,
              reset: act.reset,
            }}
          />
        </FollowedCase>
      ) : (
        <>
          <h1 tabIndex={-1}>{t('case.title')}</h1>
          {report.error ? <ErrorState problem={report.error} onRetry={() => void report.refetch()} /> : <Loading lines={8} />}
        </>
      )}
    </main>
  );
}
