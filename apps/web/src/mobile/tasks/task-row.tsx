import type { MatterSummary } from '@gongzhi/contract/matters';
import { Link } from '@tanstack/react-router';
import { DueText } from '../../kit/due-text.tsx';
import { StateTag, Tag } from '../../kit/state-tag.tsx';
import { distanceText } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useKindWords } from './kind-words.ts';

/** Marks of a matter that change how it is handled: danger, confidential, a decision that is waited for. */
export function TaskMarks({ task }: { task: Pick<MatterSummary, 'urgency' | 'confidential' | 'pending'> }) {
  const t = useTexts('tasks');
  return (
    <>
      {task.urgency > 1 && <Tag tone={task.urgency === 3 ? 'red' : 'amber'}>{t(task.urgency === 3 ? 'urgency3' : 'urgency2')}</Tag>}
      {task.confidential && <Tag tone="violet">{t('confidential')}</Tag>}
      {task.pending && <Tag tone="amber">{t('pending')}</Tag>}
    </>
  );
}

export function TaskRow({ task, metres }: { task: MatterSummary; metres: number | null }) {
  const t = useTexts('tasks');
  const words = useKindWords();
  const { words: state, tone } = words.state(task.kind, task.state);
  return (
    <li>
      <Link to={`/m/task/${task.number}`} className="mobile-row">
        <strong>{task.title}</strong>
        <span className="mobile-line">
          <StateTag tone={tone}>{state}</StateTag>
          <TaskMarks task={task} />
          <span className="push">
            <DueText dueAt={task.dueAt} endedAt={task.closedAt} />
          </span>
        </span>
        <span className="mobile-line">
          {task.address ?? task.areaName}
          {metres !== null && <span className="push">{t('away', { distance: distanceText(metres) })}</span>}
        </span>
      </Link>
    </li>
  );
}
