import { identity } from '@gongzhi/contract/identity';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { Field } from '../../kit/field.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../language.ts';
import { useAct } from '../query.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

// Drawn by few and once: its code comes only then.
const EnrolmentPicture = lazy(() => import('./enrolment-picture.tsx'));

/** Turning the authenticator code on (secret, then proof) and off (password). */
export function SecondFactor({ on, onDone }: { on: boolean; onDone: () => void }) {
  const t = useTexts('account');
  const say = useProblemText();
  const [entry, setEntry] = useState('');
  const finish = (words: string) => () => {
    setEntry('');
    begin.reset();
    toast(words);
    onDone();
  };
  const begin = useAct(identity.beginSecondFactor, { stale: [] });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const confirm = useAct(identity.confirmSecondFactor, {
    stale: [],
    onDone: ({ recoveryCodes }) => {
      setEntry('');
      begin.reset();
      setCodes(recoveryCodes);
    },
  });
  const end = useAct(identity.endSecondFactor, { stale: [], onDone: finish(t('factor.ended')) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (on) end.mutate({ body: { password: entry } });
    else confirm.mutate({ body: { code: entry } });
  };
  if (codes)
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(null);
          finish(t('factor.started'))();
        }}
      />
    );
  const problem = on ? end.error : (confirm.error ?? begin.error);
  return (
    <section className="card account-card">
      <h2>{t('factor.title')}</h2>
      <p>{t(on ? 'factor.on' : 'factor.off')}</p>
      {!on && !begin.data && (
        <button type="button" className="button" disabled={begin.isPending} onClick={() => begin.mutate({})}>
          {t('factor.begin')}
        </button>
      )}
      {!on && begin.data && (
        <>
          <p>{t('factor.add')}</p>
          <figure className="account-scan">
            <Suspense fallback={<div className="account-scan-wait" />}>
              <EnrolmentPicture value={begin.data.url} label={t('factor.scan')} />
            </Suspense>
          </figure>
          <code className="account-secret">{begin.data.secret}</code>
          <a href={begin.data.url}>{t('factor.open')}</a>
        </>
      )}
      {(on || begin.data) && (
        <form onSubmit={send}>
          <Field id="factor-entry" label={t(on ? 'factor.endPassword' : 'factor.code')} problem={problem ? say(problem) : null}>
            <input
              id="factor-entry"
              className="input"
              type={on ? 'password' : 'text'}
              inputMode={on ? undefined : 'numeric'}
              autoComplete={on ? 'current-password' : 'one-time-code'}
              aria-describedby="factor-entry-note"
              required
              pattern={on ? undefined : '\\d{6}'}
              value={entry}
              onChange={(event) => setEntry(event.target.value)}
            />
          </Field>
          <button
            type="submit"
            className={`button ${on ? 'button-danger' : 'button-primary'}`}
            disabled={confirm.isPending || end.isPending}
          >
            {t(on ? 'factor.end' : 'factor.confirm')}
          </button>
        </form>
      )}
      {!on && !begin.data && problem && <p className="field-problem">{say(problem)}</p>}
    </section>
  );
}
