import { identity } from '@gongzhi/contract/identity';
import { useState } from 'react';
import type { Option } from '../../../kit/combobox.tsx';
import { problemAt } from '../../../kit/field.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { OnceShown } from '../once-shown.tsx';
import { PersonField } from '../person-field.tsx';

/** A new account for a person; the one-time password is shown once. */
export function CreateAccount({ onClose }: { onClose: () => void }) {
  const t = useTexts('accounts');
  const [person, setPerson] = useState<Option | null>(null);
  const [username, setUsername] = useState('');
  const [subject, setSubject] = useState('');
  const create = useAct(identity.createAccount);
  const made = create.data;
  if (made?.password) {
    return (
      <OnceShown
        title={t('created')}
        hint={t('createdHint', { name: made.name, username: made.username })}
        label={t('password')}
        secret={made.password}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('create')}
      action={t('create')}
      onClose={onClose}
      pending={create.isPending}
      problem={create.error}
      disabled={!person || username.trim() === ''}
      onSubmit={() => create.mutate({ body: { username: username.trim(), personId: person!.value, oidcSubject: subject.trim() || null } })}
    >
      <PersonField
        label={t('field.person')}
        hint={t('field.personHint')}
        problem={problemAt(create.error, 'personId')}
        value={person}
        onChange={setPerson}
      />
      <TextField
        label={t('field.username')}
        hint={t('field.usernameHint')}
        problem={problemAt(create.error, 'username')}
        value={username}
        onChange={(value) => setUsername(value.toLowerCase())}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={41}
      />
      <TextField
        label={t('field.subject')}
        required={false}
        hint={t('field.subjectHint')}
        problem={problemAt(create.error, 'oidcSubject')}
        value={subject}
        onChange={setSubject}
        maxLength={200}
      />
    </FormDialog>
  );
}
