import { notifications } from '@gongzhi/contract/notifications';
import { type FormEvent, useState } from 'react';
import { ErrorState } from '../../kit/error-state.tsx';
import { Field, problemAt } from '../../kit/field.tsx';
import { Loading } from '../../kit/loading.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../language.ts';
import { useAct, useCall } from '../query.ts';

type Preferences = { digest: boolean; mail: string | null; reminders: boolean };

export function NoticePreferences() {
  const t = useTexts('account');
  const kept = useCall(notifications.readPreferences, {});
  return (
    <section className="card account-card">
      <h2>{t('notices.title')}</h2>
      {kept.data ? (
        <PreferencesForm kept={kept.data} />
      ) : kept.error ? (
        <ErrorState problem={kept.error} onRetry={() => void kept.refetch()} />
      ) : (
        <Loading lines={3} />
      )}
    </section>
  );
}

function PreferencesForm({ kept }: { kept: Preferences }) {
  const t = useTexts('account');
  const [values, setValues] = useState(kept);
  const write = useAct(notifications.writePreferences, { onDone: () => toast(t('notices.saved')) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ body: { ...values, mail: values.mail?.trim() || null } });
  };
  return (
    <form onSubmit={send} noValidate>
      {(['digest', 'reminders'] as const).map((name) => (
        <label key={name} className="check">
          <input type="checkbox" checked={values[name]} onChange={(event) => setValues({ ...values, [name]: event.target.checked })} />
          <span>{t(`notices.${name}`)}</span>
        </label>
      ))}
      <Field
        id="notices-mail"
        label={t('notices.mail')}
        required={false}
        hint={t('notices.mailHint')}
        problem={problemAt(write.error, 'mail') ?? (write.error ? write.error.title : null)}
      >
        <input
          id="notices-mail"
          className="input"
          type="email"
          autoComplete="email"
          aria-describedby="notices-mail-note"
          value={values.mail ?? ''}
          onChange={(event) => setValues({ ...values, mail: event.target.value })}
        />
      </Field>
      <button type="submit" className="button button-primary" disabled={write.isPending}>
        {t('notices.save')}
      </button>
    </form>
  );
}
