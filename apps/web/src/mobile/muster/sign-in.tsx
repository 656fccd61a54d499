import { muster } from '@gongzhi/contract/muster';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '../../kit/problem-text.ts';
import { usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';

/** Signing in at the scene: by place with one press, or by the code that is shown there. */
export function SignIn({ token }: { token: string }) {
  const t = useTexts('muster');
  const say = useProblemText();
  const [code, setCode] = useState('');
  const sign = useAct(muster.signIn, { stale: [muster.readCall] });
  const position = usePosition(({ longitude, latitude }) => sign.mutate({ params: { token }, body: { place: { longitude, latitude } } }));
  const byCode = (event: FormEvent) => {
    event.preventDefault();
    sign.mutate({ params: { token }, body: { code: code.trim() } });
  };
  return (
    <section className="mobile-card">
      <h2>{t('signIn')}</h2>
      <div className="call-form">
        <button type="button" className="button call-large" disabled={position.asking || sign.isPending} onClick={position.ask}>
          {position.asking ? t('locating') : t('byPlace')}
        </button>
        {position.problem && (
          <p role="alert">
            {position.problem} {t('noPosition')}
          </p>
        )}
        <form className="call-form" onSubmit={byCode}>
          <label htmlFor="call-code">{t('code')}</label>
          <input
            id="call-code"
            className="input"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <button type="submit" className="button button-primary" disabled={sign.isPending || !/^\d{6}$/.test(code.trim())}>
            {t('byCode')}
          </button>
        </form>
        {sign.error && (
          <p className="schema-form-problem" role="alert">
            {say(sign.error)}
          </p>
        )}
      </div>
    </section>
  );
}
