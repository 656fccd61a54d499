import { notifications } from '@gongzhi/contract/notifications';
import { useState } from 'react';
import { problemAt } from '../../../kit/field.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { LinesField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { OnceShown } from '../once-shown.tsx';

export function CreateWebhook({ onClose }: { onClose: () => void }) {
  const t = useTexts('tokens');
  const [url, setUrl] = useState('');
  const [text, setText] = useState('case-*');
  const create = useAct(notifications.createWebhook);
  const events = [...new Set(text.split(/[\s,，]+/).filter(Boolean))];
  if (create.data) {
    return (
      <OnceShown
        title={t('hook.created')}
        hint={t('hook.createdHint')}
        label={t('hook.secret')}
        secret={create.data.secret}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('hook.create')}
      action={t('hook.create')}
      onClose={onClose}
      pending={create.isPending}
      problem={create.error}
      disabled={url.trim() === '' || events.length === 0}
      onSubmit={() => create.mutate({ body: { url: url.trim(), events } })}
    >
      <TextField
        type="url"
        label={t('hook.url')}
        hint={t('hook.urlHint')}
        problem={problemAt(create.error, 'url')}
        value={url}
        onChange={setUrl}
        maxLength={500}
        placeholder="https://"
      />
      <LinesField
        label={t('hook.events')}
        hint={t('hook.eventsHint')}
        problem={problemAt(create.error, 'events')}
        value={text}
        onChange={setText}
      />
    </FormDialog>
  );
}
