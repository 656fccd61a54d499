import { identity } from '@gongzhi/contract/identity';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Field, problemAt } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useOnline } from '../../shell/offline-banner.tsx';
import { useAct } from '../../shell/query.ts';
import { beginSession } from '../../shell/session.tsx';
import { phonePattern } from '../report/person-step.tsx';

const pause = 60;
/** Only an address of our own may be gone back to. */
const ownAddress = (back: string | undefined, otherwise: string) =>
  back && /^\/(?![/\\])/.test(back) && !back.startsWith('/m/sign-in') ? back : otherwise;

/** Residents sign in with a telephone and the code sent to it. */
export default function ResidentSignIn() {
  const t = useTexts('mobile');
  const say = useProblemText();
  const router = useRouter();
  const online = useOnline();
  const [{ back }] = useSearchState();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [sent, setSent] = useState<{ minutes: number } | null>(null);
  const [left, setLeft] = useState(0);
  const [lack, setLack] = useState<'phone' | 'code' | null>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const begin = (minutes: number) => {
    setSent({ minutes });
    setLeft(pause);
    setCode('');
  };
  const ask = useAct(identity.requestCode, {
    stale: [],
    onDone: ({ validSeconds }) => begin(Math.round(validSeconds / 60)),
    // A code that was sent a moment ago is on its way: it can be typed.
    onProblem: ({ code: why }) => why === 'code-too-soon' && setSent((before) => before ?? { minutes: 5 }),
  });
  const signIn = useAct(identity.signInResident, {
    stale: [],
    onDone: (session) => {
      beginSession(session);
      router.history.replace(ownAddress(back, '/m/mine'));
    },
  });
  useEffect(() => {
    if (sent) codeField.current?.focus();
  }, [sent]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const number = phone.trim();
  const requestCode = () => {
    const wrong = !phonePattern.test(number);
    setLack(wrong ? 'phone' : null);
    if (wrong) document.getElementById('sign-in-phone')?.focus();
    else ask.mutate({ body: { phone: number } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!sent) return requestCode();
    const wrong = !/^\d{6}$/.test(code);
    setLack(wrong ? 'code' : null);
    if (wrong) codeField.current?.focus();
    else signIn.mutate({ body: { phone: number, code, ...(name.trim() ? { name: name.trim() } : {}) } });
  };
  return (
    <main id="main" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('signIn.heading')}</h1>
      <p className="field-hint">{t('signIn.hint')}</p>
      {!online && (
        <p className="note-box note-box-warn" role="status">
          <Icon name="warning" />
          {t('signIn.offline')}
        </p>
      )}
      <form className="mobile-card mobile-list" onSubmit={submit} noValidate>
        <Field
          id="sign-in-phone"
          label={t('signIn.phone')}
          problem={lack === 'phone' ? t('signIn.phoneMissing') : (problemAt(ask.error, 'phone') ?? (ask.error ? say(ask.error) : null))}
        >
          <input
            id="sign-in-phone"
            className="input input-large"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={20}
            readOnly={sent !== null}
            aria-invalid={lack === 'phone' || Boolean(ask.error)}
            aria-describedby="sign-in-phone-note"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        </Field>
        {sent && (
          <>
            <p role="status">{t('signIn.sent', { phone: number, minutes: sent.minutes })}</p>
            <Field
              id="sign-in-code"
              label={t('signIn.code')}
              problem={lack === 'code' ? t('signIn.codeMissing') : signIn.error ? say(signIn.error) : null}
            >
              <input
                ref={codeField}
                id="sign-in-code"
                className="input input-large"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                aria-invalid={lack === 'code' || Boolean(signIn.error)}
                aria-describedby="sign-in-code-note"
                value={code}
                onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
              />
            </Field>
            <Field id="sign-in-name" label={t('signIn.name')} required={false}>
              <input
                id="sign-in-name"
                className="input input-large"
                autoComplete="name"
                maxLength={40}
                aria-describedby="sign-in-name-note"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
          </>
        )}
        <button type="submit" className="button button-primary button-large button-wide" disabled={ask.isPending || signIn.isPending}>
          {t(sent ? 'signIn.submit' : 'signIn.send')}
        </button>
        {sent && (
          <span className="mobile-line">
            <button type="button" className="button" disabled={left > 0 || ask.isPending} onClick={requestCode}>
              {left > 0 ? t('signIn.again', { seconds: left }) : t('signIn.resend')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => {
                setSent(null);
                setLeft(0);
                ask.reset();
                signIn.reset();
              }}
            >
              {t('signIn.change')}
            </button>
          </span>
        )}
      </form>
      <Link to="/login" search={{ back: ownAddress(back, '/m/tasks') } as never} className="button button-quiet">
        {t('signIn.staff')}
      </Link>
    </main>
  );
}
