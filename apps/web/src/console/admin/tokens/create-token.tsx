import { identity, tokenScopes } from '@gongzhi/contract/identity';
import { useState } from 'react';
import { dayOf } from '../../../kit/dates.ts';
import { Field, problemAt } from '../../../kit/field.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { PickField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { OnceShown } from '../once-shown.tsx';

type Scope = (typeof tokenScopes)[number];
const inDays = (days: number) => dayOf(Date.now() + days * 86_400_000);

export function CreateToken({ onClose }: { onClose: () => void }) {
  const t = useTexts('tokens');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>([]);
  const [areaCode, setArea] = useState('');
  const [expires, setExpires] = useState(() => inDays(365));
  const create = useAct(identity.createToken);
  if (create.data) {
    return (
      <OnceShown
        title={t('token.created')}
        hint={t('token.createdHint')}
        label={t('token.secret')}
        secret={create.data.token}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('token.create')}
      action={t('token.create')}
      onClose={onClose}
      pending={create.isPending}
      problem={create.error}
      disabled={name.trim() === '' || scopes.length === 0}
      onSubmit={() =>
        create.mutate({
          body: {
            name: name.trim(),
            scopes,
            areaCode: areaCode || null,
            expiresAt: expires ? `${expires}T23:59:59+08:00` : null,
          },
        })
      }
    >
      <TextField
        label={t('token.name')}
        hint={t('token.nameHint')}
        problem={problemAt(create.error, 'name')}
        value={name}
        onChange={setName}
        maxLength={80}
      />
      <Field id="token-scopes" group label={t('token.scopes')} problem={problemAt(create.error, 'scopes')}>
        {tokenScopes.map((scope) => (
          <label key={scope} className="check">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={() => setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope])}
            />
            <span>
              {/* A colon in a key would name a namespace. */}
              {t(`scope.${scope.replace(':', '-')}`)} <code className="admin-value">{scope}</code>
            </span>
          </label>
        ))}
      </Field>
      <PickField
        of="area"
        label={t('token.area')}
        required={false}
        hint={t('token.areaHint')}
        problem={problemAt(create.error, 'areaCode')}
        value={areaCode}
        onChange={setArea}
      />
      <TextField
        type="date"
        label={t('token.expires')}
        required={false}
        hint={t('token.expiresHint')}
        problem={problemAt(create.error, 'expiresAt')}
        min={inDays(1)}
        value={expires}
        onChange={setExpires}
      />
    </FormDialog>
  );
}
