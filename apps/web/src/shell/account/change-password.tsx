import { identity } from '@gongzhi/contract/identity';
import { type FormEvent, useState } from 'react';
import { Field, problemAt } from '../../kit/field.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../language.ts';
import { useAct } from '../query.ts';

const names = ['current', 'next', 'again'] as const;
type Name = (typeof names)[number];
const empty = { current: '', next: '', again: '' };

export function ChangePassword({ onDone }: { onDone: () => void }) {
  const t = useTexts('account');
  const say = useProblemText();
  const [values, setValues] = useState<Record<Name, string>>(empty);
  const [problems, setProblems] = useState<Partial<Record<Name, string>>>({});
  const change = useAct(identity.changePassword, {
    stale: [],
    onDone: () => {
      setValues(empty);
      toast(t('password.done'));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: typeof problems = {};
    for (const name of names) if (!values[name]) found[name] = t('password.missing');
    if (values.again && values.next !== values.again) found.again = t('password.differs');
    setProblems(found);
    const first = names.find((name) => found[name]);
    if (first) document.getElementById(`password-${first}`)?.focus();
    else change.mutate({ body: { current: values.current, next: values.next } });
  };
  const told = (name: Name) => problems[name] ?? problemAt(change.error, name);
  return (
    <section className="card account-card">
      <h2>{t('password.title')}</h2>
      <form onSubmit={submit} noValidate>
        {names.map((name) => (
          <Field
            key={name}
            id={`password-${name}`}
            label={t(`password.${name}`)}
            problem={told(name)}
            hint={name === 'next' ? t('password.hint') : undefined}
          >
            <input
              id={`password-${name}`}
              className="input"
              type="password"
              autoComplete={name === 'current' ? 'current-password' : 'new-password'}
              aria-invalid={Boolean(told(name))}
              aria-describedby={`password-${name}-note`}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </Field>
        ))}
        {change.error && !names.some((name) => problemAt(change.error, name)) && (
          <p className="field-problem" role="alert">
            {say(change.error)}
          </p>
        )}
        <button type="submit" className="button button-primary" disabled={change.isPending}>
          {t('password.submit')}
        </button>
      </form>
    </section>
  );
}
