import { identity, recoveryCode } from '@gongzhi/contract/identity';
import { Link, useRouter } from '@tanstack/react-router';
import i18next from 'i18next';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { useSearchState } from '../address.ts';
import { AppearanceMenu } from '../appearance-menu.tsx';
import { useTexts } from '../language.ts';
import { LanguageSwitch } from '../language-switch.tsx';
import { useAct, useCall } from '../query.ts';
import { beginSession } from '../session.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import './page.css';

/** Only an address of our own may be gone back to: `//elsewhere` and `https:` would lead away. */
const ownAddress = (back: string | undefined): string =>
  back && /^\/(?![/\\])/.test(back) && !back.startsWith('/login') ? back : '/console';

export default function LoginPage() {
  const t = useTexts('shell');
  const say = useProblemText();
  const router = useRouter();
  const [{ back, problem: returned }] = useSearchState();
  const methods = useCall(identity.signInMethods, {});
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [missing, setMissing] = useState<'username' | 'password' | 'code' | null>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const signIn = useAct(identity.signIn, {
    stale: [],
    onDone: (session) => {
      beginSession(session);
      router.history.push(ownAddress(back));
    },
    onProblem: (problem) => {
      if (problem.code === 'second-factor-required') setNeedsCode(true);
    },
  });
  useEffect(() => {
    if (needsCode) codeField.current?.focus();
  }, [needsCode]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = !username.trim()
      ? 'username'
      : !password
        ? 'password'
        : needsCode && !(/^\d{6}$/.test(code) || recoveryCode.test(code))
          ? 'code'
          : null;
    setMissing(lacks);
    if (lacks) document.getElementById(`login-${lacks}`)?.focus();
    else signIn.mutate({ body: { username: username.trim(), password, ...(needsCode ? { code } : {}) } });
  };
  // The way back from the identity provider tells its refusal in the address, by its code; only codes that have words are said.
  const refused = returned && i18next.exists(`problem:${returned}`) && signIn.isIdle ? t(`problem:${returned}`) : null;
  const problem = signIn.error && signIn.error.code !== 'second-factor-required' ? say(signIn.error) : refused;
  const oidc = methods.data?.oidc;
  const demo = methods.data?.demo ?? [];

  return (
    <div className="login">
      <div className="login-corner">
        <LanguageSwitch />
        <AppearanceMenu />
      </div>
      <main className="login-main" id="main" tabIndex={-1}>
        <section className="login-card card" aria-labelledby="login-title">
          <img src="/logo.svg" alt="" width={48} height={48} />
          <h1 id="login-title">{t('product')}</h1>
          <p className="login-tagline">{t('tagline')}</p>
          {problem && (
            <p className="login-problem" role="alert">
              <Icon name="warning" />
              {problem}
            </p>
          )}
          {methods.data?.password !== false && (
            <form className="login-form" onSubmit={submit} noValidate aria-label={t('login.welcome')}>
              <div className="field">
                <label className="field-label" htmlFor="login-username">
                  {t('login.username')}
                </label>
                <input
                  id="login-username"
                  className="input input-large"
                  autoComplete="username"
                  autoCapitalize="none"
                  spellCheck={false}
                  value={username}
                  aria-invalid={missing === 'username'}
                  aria-describedby="login-username-problem"
                  onChange={(event) => setUsername(event.target.value)}
                />
                <span id="login-username-problem" className="field-problem">
                  {missing === 'username' && t('login.needUsername')}
                </span>
              </div>
              <div className="field">
                <label className="field-label" htmlFor="login-password">
                  {t('login.password')}
                </label>
                <div className="login-password">
                  <input
                    id="login-password"
                    className="input input-large"
                    type={visible ? 'text' : 'password'}
                    autoComplete="current-password"
                    value={password}
                    aria-invalid={missing === 'password'}
                    aria-describedby="login-password-problem"
                    onChange={(event) => setPassword(event.target.value)}
                    onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
                  />
                  <button
                    type="button"
                    className="button button-quiet button-icon"
                    aria-label={t(visible ? 'login.hide' : 'login.show')}
                    onClick={() => setVisible(!visible)}
                  >
                    <Icon name={visible ? 'eye-off' : 'eye'} />
                  </button>
                </div>
                <span id="login-password-problem" className="field-problem">
                  {missing === 'password' ? t('login.needPassword') : capsLock && t('login.capsLock')}
                </span>
              </div>
              {needsCode && (
                <div className="field">
                  <label className="field-label" htmlFor="login-code">
                    {t('login.code')}
                  </label>
                  <input
                    ref={codeField}
                    id="login-code"
                    className="input input-large login-code"
                    autoComplete="one-time-code"
                    autoCapitalize="characters"
                    maxLength={11}
                    value={code}
                    aria-invalid={missing === 'code'}
                    aria-describedby="login-code-hint"
                    onChange={(event) => setCode(event.target.value.trim())}
                  />
                  <span id="login-code-hint" className={missing === 'code' ? 'field-problem' : 'field-hint'}>
                    {t(missing === 'code' ? 'login.needCode' : 'login.codeHint')}
                  </span>
                </div>
              )}
              <button type="submit" className="button button-primary button-large button-wide" disabled={signIn.isPending}>
                {t('login.submit')}
              </button>
            </form>
          )}
          {oidc && (
            <>
              <p className="login-or">{t('login.or')}</p>
              <a className="button button-large button-wide" href={`${oidc.url}?back=${encodeURIComponent(ownAddress(back))}`}>
                <Icon name="shield" />
                {t('login.oidc', { label: oidc.label })}
              </a>
            </>
          )}
          <Link className="login-resident" to="/">
            {t('login.resident')}
          </Link>
        </section>
        {demo.length > 0 && (
          <DemoAccounts
            accounts={demo}
            busy={signIn.isPending}
            onChoose={(account) => signIn.mutate({ body: { username: account.username, password: account.password } })}
          />
        )}
      </main>
    </div>
  );
}
