import { grounds, type WhistleRules, whistles } from '@gongzhi/contract/whistles';
import { useState } from 'react';
import { useProblemText } from '../../../kit/problem-text.ts';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { limitUnits } from '../../matter/limit.ts';

const steps = ['sign', 'contact', 'arrive', 'handle'] as const;
const numbers = [
  ['arrivalMetres', 'arrival'],
  ['sameProblemMetres', 'same'],
  ['codeMinutes', 'code'],
] as const;

/** Terms of the whistle by ground, and what counts as having arrived. */
export function WhistleTerms() {
  const found = useCall(whistles.readRules, {}).data;
  return found ? <Terms key={found.version} version={found.version} rules={found.rules} /> : null;
}

function Terms({ version, rules }: { version: number; rules: WhistleRules }) {
  const t = useTexts('supervision');
  const say = useProblemText();
  const [now, setNow] = useState(rules);
  const write = useAct(whistles.writeRules, {
    stale: [whistles.readRules],
    onDone: (answer) => toast(t('rules.saved', { version: answer.version }), 'done'),
  });
  const put = (ground: (typeof grounds)[number], step: (typeof steps)[number], change: Partial<WhistleRules['decide']>) =>
    setNow({
      ...now,
      grounds: { ...now.grounds, [ground]: { ...now.grounds[ground], [step]: { ...now.grounds[ground][step], ...change } } },
    });
  return (
    <section className="card command-card" aria-labelledby="rules-whistle">
      <h2 id="rules-whistle">{t('rules.whistle')}</h2>
      <p className="command-quiet">{t('rules.version', { version })}</p>
      <div className="command-scroll">
        <table className="command-table">
          <thead>
            <tr>
              <td />
              {steps.map((step) => (
                <th key={step} scope="col">
                  {t(`rules.step.${step}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grounds.map((ground) => (
              <tr key={ground}>
                <th scope="row">{t(`rules.ground.${ground}`)}</th>
                {steps.map((step) => (
                  <td key={step}>
                    <span className="command-buttons">
                      <input
                        className="input"
                        type="number"
                        min={1}
                        aria-label={`${t(`rules.ground.${ground}`)} ${t(`rules.step.${step}`)}`}
                        value={now.grounds[ground][step].amount}
                        onChange={(event) => put(ground, step, { amount: Number(event.target.value) })}
                      />
                      <select
                        className="input"
                        aria-label={`${t(`rules.ground.${ground}`)} ${t(`rules.step.${step}`)}`}
                        value={now.grounds[ground][step].unit}
                        onChange={(event) => put(ground, step, { unit: event.target.value as 'hour' })}
                      >
                        {limitUnits.map((unit) => (
                          <option key={unit} value={unit}>
                            {t(`rules.limitUnit.${unit}`)}
                          </option>
                        ))}
                      </select>
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="command-buttons">
        {numbers.map(([key, words]) => (
          <label key={key} className="field">
            {t(`rules.${words}`)}
            <input
              className="input"
              type="number"
              min={0}
              value={now[key]}
              onChange={(event) => setNow({ ...now, [key]: Number(event.target.value) })}
            />
          </label>
        ))}
      </div>
      {write.error && (
        <p className="field-problem" role="alert">
          {say(write.error)}
        </p>
      )}
      <div className="command-buttons">
        <button
          type="button"
          className="button button-primary"
          disabled={write.isPending || now === rules}
          onClick={() => write.mutate({ body: { version, rules: now } })}
        >
          {t('rules.save')}
        </button>
      </div>
    </section>
  );
}
