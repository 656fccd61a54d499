import { organisations, type Post } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { dayOf } from '../../../kit/dates.ts';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';

export function Relieve({ post, holder, onClose }: { post: Post; holder: Post['holders'][number]; onClose: () => void }) {
  const t = useTexts('units');
  const [on, setOn] = useState(() => dayOf(Date.now()));
  const act = useAct(organisations.relieve, {
    onDone: () => {
      toast(t('relieved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('relieveTitle', { name: holder.name, title: post.title })}
      action={t('relieve')}
      danger
      onClose={onClose}
      pending={act.isPending}
      problem={act.error}
      disabled={on === ''}
      onSubmit={() => act.mutate({ params: { id: holder.tenureId }, body: { on } })}
    >
      <p>{t('relieveHint')}</p>
      <TextField type="date" label={t('on')} problem={problemAt(act.error, 'on')} min={holder.from} value={on} onChange={setOn} />
    </FormDialog>
  );
}
