import { muster } from '@gongzhi/contract/muster';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Loading } from '../../kit/loading.tsx';
import { StateTag, Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import './muster.css';

/** Musters that call whoever is signed in. */
export default function CallsPage() {
  const t = useTexts('muster');
  const dates = useDates();
  const found = useCall(muster.myCalls, {});
  return (
    <main id="main" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading lines={4} />}
      {found.data?.items.length === 0 && <Empty title={t('none')} icon="bell" />}
      <ul className="call-list">
        {found.data?.items.map((call) => (
          <li key={call.token} className="mobile-card">
            <Link to="/m/call/$token" params={{ token: call.token } as never}>
              <strong>{call.title}</strong>
            </Link>
            <p className="mobile-line">
              {call.rehearsal && <Tag tone="violet">{t('rehearsal')}</Tag>}
              <StateTag tone={call.state === 'over' ? 'stop' : 'turn'}>{t(`state.${call.state}`)}</StateTag>
              {t(`status.${call.status}`)}
              <span className="push">{dates.ago(call.calledAt)}</span>
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
