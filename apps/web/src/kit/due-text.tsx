import { spanText, useDates } from './dates.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import { useNow } from './now.ts';
import './due-text.css';

const hour = 3_600_000;
export type DueTone = 'calm' | 'soon' | 'late' | 'kept' | 'paused' | 'none';

/** How a deadline stands at a moment: late once past, soon within four hours. */
export function dueTone(dueAt: string | null | undefined, now: number, endedAt?: string | null, paused?: boolean): DueTone {
  if (!dueAt) return 'none';
  const due = Date.parse(dueAt);
  if (endedAt) return Date.parse(endedAt) <= due ? 'kept' : 'late';
  if (paused) return 'paused';
  if (now > due) return 'late';
  return due - now <= 4 * hour ? 'soon' : 'calm';
}

interface DueTextProps {
  dueAt: string | null | undefined;
  /** When it came to its end; the promise was then kept or not. */
  endedAt?: string | null;
  paused?: boolean;
}

/** Time left in words, kept up to date: 还剩3小时, 超时2天, 按时办结. The exact moment stands in the title. */
export function DueText({ dueAt, endedAt, paused }: DueTextProps) {
  const t = useTexts('kit');
  const dates = useDates();
  const now = useNow();
  const tone = dueTone(dueAt, now, endedAt, paused);
  if (!dueAt) return <span className="due due-none">{t('due.none')}</span>;
  const due = Date.parse(dueAt);
  const span = spanText(due - (endedAt ? Date.parse(endedAt) : now), t);
  const words = {
    calm: t('due.left', { span }),
    soon: t('due.left', { span }),
    late: t(endedAt ? 'due.endedLate' : 'due.late', { span }),
    kept: t('due.onTime'),
    paused: t('due.paused'),
    none: t('due.none'),
  }[tone];
  return (
    <time className={`due due-${tone}`} dateTime={dueAt} title={t('due.at', { at: dates.moment(dueAt) })}>
      {tone === 'late' && !endedAt && <Icon name="warning" size={14} />}
      {tone === 'soon' && <Icon name="clock" size={14} />}
      {tone === 'paused' && <Icon name="pause" size={14} />}
      {words}
    </time>
  );
}
