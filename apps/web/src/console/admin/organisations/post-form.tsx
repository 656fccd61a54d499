import { type Organisation, organisations } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { type RoleName, useRoles } from './role-options.ts';

export function PostForm({ unit, onClose }: { unit: Organisation; onClose: () => void }) {
  const t = useTexts('units');
  const roles = useRoles();
  const [title, setTitle] = useState('');
  const [role, setRole] = useState('');
  const [years, setYears] = useState('');
  const create = useAct(organisations.createPost, {
    onDone: () => {
      toast(t('admin:saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('addPost')}
      action={t('addPost')}
      onClose={onClose}
      pending={create.isPending}
      problem={create.error}
      disabled={title.trim() === '' || role === ''}
      onSubmit={() =>
        create.mutate({
          body: { organisationId: unit.id, title: title.trim(), role: role as RoleName, termYears: years ? Number(years) : null },
        })
      }
    >
      <TextField label={t('postTitle')} problem={problemAt(create.error, 'title')} value={title} onChange={setTitle} maxLength={60} />
      <SelectField
        label={t('role')}
        problem={problemAt(create.error, 'role')}
        none={t('kit:choose')}
        value={role}
        onChange={setRole}
        options={roles.options}
      />
      <TextField
        type="number"
        min={1}
        max={10}
        label={t('termYears')}
        required={false}
        hint={t('termHint')}
        problem={problemAt(create.error, 'termYears')}
        value={years}
        onChange={setYears}
      />
    </FormDialog>
  );
}
