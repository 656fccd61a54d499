import { muster } from '@gongzhi/contract/muster';
import { type FormEvent, useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { StateTag, Tag } from '../../kit/state-tag.tsx';
import { useParam } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct, useCall } from '../../shell/query.ts';
import { SignIn } from './sign-in.tsx';
import './muster.css';

const tones: Record<string, string> = { called: 'turn', received: 'busy', declined: 'stop', 'signed-in': 'good', left: 'wait' };

/** One call to one person, opened by its own link: answer, sign in at the scene, say that one is safe. */
export default function CallPage() {
  const t = useTexts('muster');
  const dates = useDates();
  const say = useProblemText();
  const token = useParam('token');
  const found = useCall(muster.readCall, { params: { token } }, { refetchInterval: 30_000 });
  const stale = [muster.readCall];
  const answer = useAct(muster.answerCall, { stale });
  const safe = useAct(muster.saySafe, { stale });
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const call = found.data;
  if (!call)
    return (
      <main id="main" tabIndex={-1}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        {found.error ? (
          found.error.status === 404 ? (
            <Empty title={t('wrong')} icon="link" />
          ) : (
            <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
          )
        ) : (
          <Loading lines={6} />
        )}
      </main>
    );
  const running = call.state === 'called' || call.state === 'engaged';
  const here = call.status === 'signed-in';
  const decline = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ params: { token }, body: { coming: false, ...(reason.trim() ? { reason: reason.trim() } : {}) } });
    setDeclining(false);
  };
  return (
    <main id="main" tabIndex={-1}>
      {call.rehearsal && <p className="call-rehearsal">{t('rehearsalNote')}</p>}
      <header className="mobile-card">
        <div className="mobile-line">
          {call.rehearsal && <Tag tone="violet">{t('rehearsal')}</Tag>}
          <StateTag tone={tones[call.status] ?? 'stop'}>{t(`status.${call.status}`)}</StateTag>
          <span className="push">{t('calledAt', { at: dates.ago(call.calledAt) })}</span>
        </div>
        <h1 tabIndex={-1}>{call.title}</h1>
        <p className="call-body">{call.body}</p>
        {call.address && (
          <p className="mobile-line">
            <Icon name="pin" size={16} />
            {t('where')} {call.address}
          </p>
        )}
      </header>
      {!running && <p role="status">{t('over')}</p>}
      {running && here && (
        <section className="mobile-card">
          <p>{call.signedAt && t('signedAt', { at: dates.moment(call.signedAt) })}</p>
          {call.shift && <p>{t('shift', { post: call.shift.post, until: dates.moment(call.shift.until) })}</p>}
          {call.askedSafe && (
            <>
              <p>{t('safe')}</p>
              <button
                type="button"
                className="button button-primary call-large"
                disabled={safe.isPending}
                onClick={() => safe.mutate({ params: { token } })}
              >
                {t('saySafe')}
              </button>
            </>
          )}
        </section>
      )}
      {running && !here && (
        <section className="mobile-card">
          <p>{t('hello', { name: call.name })}</p>
          {declining ? (
            <form className="call-form" onSubmit={decline}>
              <label htmlFor="call-reason">{t('reason')}</label>
              <input
                id="call-reason"
                className="input"
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              <button type="submit" className="button button-primary">
                {t('send')}
              </button>
              <button type="button" className="button" onClick={() => setDeclining(false)}>
                {t('cancel')}
              </button>
            </form>
          ) : (
            <div className="call-form">
              {call.status !== 'received' && (
                <button
                  type="button"
                  className="button button-primary call-large"
                  disabled={answer.isPending}
                  onClick={() => answer.mutate({ params: { token }, body: { coming: true } })}
                >
                  {t('coming')}
                </button>
              )}
              {call.status !== 'declined' && (
                <button type="button" className="button" onClick={() => setDeclining(true)}>
                  {t('declined')}
                </button>
              )}
            </div>
          )}
          {answer.error && (
            <p className="schema-form-problem" role="alert">
              {say(answer.error)}
            </p>
          )}
        </section>
      )}
      {running && !here && <SignIn token={token} />}
    </main>
  );
}
