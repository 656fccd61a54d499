import type { identity } from '@gongzhi/contract/identity';
import { useDates } from '../../../kit/dates.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { useTexts } from '../../../shell/language.ts';
import type { ItemOf } from '../pages.ts';

type Entry = ItemOf<typeof identity.listAudit>;

/** One entry whole, with ways to what else concerns its actor or its subject. */
export function EntryDialog({
  entry,
  actionText,
  onClose,
  onOnly,
}: {
  entry: Entry;
  actionText: (action: string) => string;
  onClose: () => void;
  onOnly: (change: Record<string, string | undefined>) => void;
}) {
  const t = useTexts('audit');
  const dates = useDates();
  const only = (change: Record<string, string>) => {
    onOnly({ actor: undefined, subject: undefined, text: undefined, action: undefined, from: undefined, to: undefined, ...change });
    onClose();
  };
  const { actorId, subject } = entry;
  return (
    <Dialog
      open
      width={44}
      title={t('detail', { no: entry.no })}
      onClose={onClose}
      actions={
        <>
          {actorId && (
            <button type="button" className="button" onClick={() => only({ actor: actorId })}>
              {t('onlyActor')}
            </button>
          )}
          {subject && (
            <button type="button" className="button" onClick={() => only({ subject })}>
              {t('onlySubject')}
            </button>
          )}
        </>
      }
    >
      <dl className="admin-facts">
        <dt>{t('column.at')}</dt>
        <dd>{dates.moment(entry.at)}</dd>
        <dt>{t('column.actor')}</dt>
        <dd>{entry.actorName || t('nobody')}</dd>
        <dt>{t('actorId')}</dt>
        <dd>
          <code className="admin-value">{actorId ?? '—'}</code>
        </dd>
        <dt>{t('column.action')}</dt>
        <dd>
          {actionText(entry.action)} <code className="admin-value">{entry.action}</code>
        </dd>
        <dt>{t('column.subject')}</dt>
        <dd>
          <code className="admin-value">{subject ?? '—'}</code>
        </dd>
        <dt>{t('column.purpose')}</dt>
        <dd>{entry.purpose ?? '—'}</dd>
        <dt>{t('column.address')}</dt>
        <dd>{entry.address ?? '—'}</dd>
        <dt>{t('hash')}</dt>
        <dd>
          <code className="admin-value">{entry.hash}</code>
        </dd>
        <dt>{t('content')}</dt>
        <dd>
          <code className="admin-code">{JSON.stringify(entry.detail, null, 2)}</code>
        </dd>
      </dl>
    </Dialog>
  );
}
