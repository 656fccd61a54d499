import { type Grade, grades, type SupervisionRule, supervision } from '@gongzhi/contract/supervision';
import { useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useProblemText } from '../../../kit/problem-text.ts';
import { toast } from '../../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { WhistleTerms } from './whistle-terms.tsx';
import '../command.css';

const units = ['minute', 'hour', 'day'] as const;
const conditions = [
  ['percent', 'percent'],
  ['times', 'times'],
  ['atMost', 'atMost'],
] as const;

/** The rules of supervision and the terms of the whistle, as data that is edited. */
export default function RulesPage() {
  const t = useTexts('supervision');
  const found = useCall(supervision.readRules, {});
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('command:supervision.rules')} meta={t('rules.meta')} />
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Loading lines={8} />}
      {found.data && <RuleTable key={found.data.version} version={found.data.version} rules={found.data.rules} />}
      <WhistleTerms />
    </main>
  );
}

function RuleTable({ version, rules }: { version: number; rules: readonly SupervisionRule[] }) {
  const t = useTexts('supervision');
  const spoken = useSpoken();
  const say = useProblemText();
  const [rows, setRows] = useState(rules);
  const write = useAct(supervision.writeRules, {
    stale: [supervision.readRules],
    onDone: (answer) => toast(t('rules.saved', { version: answer.version }), 'done'),
  });
  const put = (id: string, change: Partial<SupervisionRule>) => setRows(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  return (
    <section className="card command-card" aria-labelledby="rules-supervision">
      <h2 id="rules-supervision">{t('rules.supervision')}</h2>
      <p className="command-quiet">{t('rules.version', { version })}</p>
      <div className="command-scroll">
        <table className="command-table">
          <thead>
            <tr>
              <th scope="col">{t('rules.active')}</th>
              <th scope="col">{t('rules.name')}</th>
              <th scope="col">{t('rules.trigger')}</th>
              <th scope="col">{t('rules.value')}</th>
              <th scope="col">{t('rules.grade')}</th>
              <th scope="col">{t('rules.reply')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = spoken(row.name);
              return (
                <tr key={row.id}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${name} ${t('rules.active')}`}
                      checked={row.active}
                      onChange={(event) => put(row.id, { active: event.target.checked })}
                    />
                  </td>
                  <th scope="row">{name}</th>
                  <td>{t(`rules.on.${row.on}`)}</td>
                  <td>
                    {conditions.map(([key, words]) =>
                      row[key] === undefined ? null : (
                        <label key={key} className="command-buttons">
                          <input
                            className="input"
                            type="number"
                            min={1}
                            max={500}
                            aria-label={`${name} ${t('rules.value')}`}
                            value={row[key]}
                            onChange={(event) => put(row.id, { [key]: Number(event.target.value) })}
                          />
                          {t(`rules.${words}`)}
                        </label>
                      ),
                    )}
                    {row.after && t(`grade.${row.after}`)}
                  </td>
                  <td>
                    <select
                      className="input"
                      aria-label={`${name} ${t('rules.grade')}`}
                      value={row.grade}
                      onChange={(event) => put(row.id, { grade: event.target.value as Grade })}
                    >
                      {grades.map((grade) => (
                        <option key={grade} value={grade}>
                          {t(`grade.${grade}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <span className="command-buttons">
                      <input
                        className="input"
                        type="number"
                        min={1}
                        aria-label={`${name} ${t('rules.reply')}`}
                        value={row.reply.amount}
                        onChange={(event) => put(row.id, { reply: { ...row.reply, amount: Number(event.target.value) } })}
                      />
                      <select
                        className="input"
                        aria-label={`${name} ${t('rules.reply')}`}
                        value={row.reply.unit}
                        onChange={(event) => put(row.id, { reply: { ...row.reply, unit: event.target.value as 'day' } })}
                      >
                        {units.map((unit) => (
                          <option key={unit} value={unit}>
                            {t(`rules.unit.${unit}`)}
                          </option>
                        ))}
                      </select>
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
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
          disabled={write.isPending || rows === rules}
          onClick={() => write.mutate({ body: { version, rules: [...rows] } })}
        >
          {t('rules.save')}
        </button>
      </div>
    </section>
  );
}
