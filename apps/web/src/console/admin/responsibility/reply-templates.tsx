import type { CaseRules } from '@gongzhi/contract/case-rules';
import { Icon } from '../../../kit/icon.tsx';
import { useTexts } from '../../../shell/language.ts';
import { LinesField, TextField } from '../fields.tsx';

type Replies = CaseRules['replies'];
const most = 40;

/** Replies that a writer begins with: their names and words, with blanks in braces. */
export function ReplyTemplates({
  value,
  onChange,
  problem,
}: {
  value: Replies;
  onChange: (replies: Replies) => void;
  problem: (field: string) => string | null | undefined;
}) {
  const t = useTexts('duties');
  const change = (at: number, part: Partial<Replies[number]>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <section className="admin-panel" aria-label={t('rules.replies')}>
      <h2>{t('rules.replies')}</h2>
      <p className="admin-quiet">{t('rules.repliesHint')}</p>
      {value.map((reply, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a template has no identity but its place
        <div key={at} className="admin-form">
          <TextField
            label={t('rules.replyName')}
            problem={problem(`rules.replies.${at}.name`)}
            maxLength={40}
            value={reply.name}
            onChange={(name) => change(at, { name })}
          />
          <LinesField
            label={t('rules.replyText')}
            problem={problem(`rules.replies.${at}.text`)}
            maxLength={2000}
            value={reply.text}
            onChange={(text) => change(at, { text })}
          />
          <button type="button" className="button button-quiet" onClick={() => onChange(value.toSpliced(at, 1))}>
            <Icon name="trash" />
            {t('rules.replyDrop', { name: reply.name })}
          </button>
        </div>
      ))}
      {value.length < most && (
        <button type="button" className="button" onClick={() => onChange([...value, { name: '', text: '' }])}>
          <Icon name="plus" />
          {t('rules.replyAdd')}
        </button>
      )}
    </section>
  );
}
