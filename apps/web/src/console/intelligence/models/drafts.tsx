import { intelligence } from '@gongzhi/contract/intelligence';
import { ErrorState } from '../../../kit/error-state.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { CheckField } from '../../admin/fields.tsx';
import { Refused } from '../../admin/form-dialog.tsx';

/** Whether drafts may be asked for; only where the operator has named a server. */
export function Drafts() {
  const t = useTexts('learned');
  const settings = useCall(intelligence.readSettings, {});
  const write = useAct(intelligence.writeSettings, { onDone: () => toast(t('drafts.saved')) });
  const now = settings.data;
  return (
    <section className="admin-panel">
      <h2>{t('drafts.title')}</h2>
      <p className="admin-sub">{t('drafts.hint')}</p>
      {settings.error && <ErrorState problem={settings.error} onRetry={() => void settings.refetch()} />}
      {write.error && <Refused problem={write.error} />}
      {now && !now.serverKnown && <p>{t('drafts.unknown')}</p>}
      {now?.serverKnown && (
        <CheckField
          label={t('drafts.allow')}
          value={now.drafts}
          onChange={(drafts) => write.mutate({ body: { drafts, version: now.version } })}
        />
      )}
    </section>
  );
}
