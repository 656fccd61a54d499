import type { MatterSummary } from '@gongzhi/contract/matters';
import { Link } from '@tanstack/react-router';
import { DueText } from '../../kit/due-text.tsx';
import { Icon } from '../../kit/icon.tsx';
import { StateTag, Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCaseKind } from './kind.ts';
import './marks.css';

/** State of a case in the words and the tone of its life cycle. */
export function CaseState({ state }: { state: string }) {
  const { label, tone } = useCaseKind().state(state);
  return <StateTag tone={tone}>{label}</StateTag>;
}

/** Urgent and dangerous cases are marked; ordinary ones are not. */
export function UrgencyTag({ urgency }: { urgency: number }) {
  const t = useTexts('matter');
  if (urgency < 2) return null;
  return <Tag tone={urgency >= 3 ? 'red' : 'amber'}>{t(urgency >= 3 ? 'urgency.three' : 'urgency.two')}</Tag>;
}

/** An ask that waits for a decision. */
export function PendingTag({ pending }: { pending: string | null }) {
  const t = useTexts('matter');
  if (!pending) return null;
  const known = ['extension', 'suspension', 'objection'].includes(pending);
  return <Tag tone="violet">{known ? t(`pending.${pending}`) : pending}</Tag>;
}

/** Time left of a case: that of its main clock, or whether it was kept. */
export function CaseDue({ matter }: { matter: Pick<MatterSummary, 'dueAt' | 'closedAt' | 'state'> }) {
  const t = useTexts('matter');
  const { phase } = useCaseKind().state(matter.state);
  // While the main clock stands nobody knows when it will be due.
  if (!matter.dueAt && phase === 'waiting')
    return (
      <span className="due due-paused">
        <Icon name="pause" size={14} />
        {t('kit:due.paused')}
      </span>
    );
  return <DueText dueAt={matter.dueAt} endedAt={matter.closedAt} />;
}

/** Title of a case as the way to its page, with the marks that change how it is handled. */
export function CaseLink({ matter }: { matter: Pick<MatterSummary, 'number' | 'title' | 'urgency' | 'pending' | 'confidential'> }) {
  const t = useTexts('matter');
  return (
    <span className="case-link">
      <Link to="/console/cases/$number" params={{ number: matter.number } as never}>
        {matter.title}
      </Link>
      <UrgencyTag urgency={matter.urgency} />
      <PendingTag pending={matter.pending} />
      {matter.confidential && <Tag tone="violet">{t('confidential')}</Tag>}
    </span>
  );
}
