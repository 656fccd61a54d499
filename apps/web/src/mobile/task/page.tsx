import { matters } from '@gongzhi/contract/matters';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../kit/dates.ts';
import { DueText } from '../../kit/due-text.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { StateTag, Tag } from '../../kit/state-tag.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { useCategoryName } from '../../resident/category-name.ts';
import { useParam } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useTitle } from '../../shell/title.ts';
import { OutboxList } from '../outbox/outbox-list.tsx';
import { KeptNotice } from '../tasks/kept-notice.tsx';
import { useKindWords } from '../tasks/kind-words.ts';
import { TaskMarks } from '../tasks/task-row.tsx';
import { ContactCard } from './contact-card.tsx';
import { TaskActs } from './task-acts.tsx';
import { TaskPhotos } from './task-photos.tsx';
import { TaskPlace } from './task-place.tsx';
import './task.css';

/** One matter on the way: what it is, where, by when, and what to do now under the thumb. */
export default function TaskPage() {
  const t = useTexts('tasks');
  const dates = useDates();
  const words = useKindWords();
  const category = useCategoryName();
  const number = useParam('number');
  const question = useCall(matters.read, { params: { number } });
  const task = question.data;
  useTitle(task?.title ?? t('one'));
  if (!task)
    return (
      <main id="main" tabIndex={-1}>
        <h1 tabIndex={-1}>{t('one')}</h1>
        {question.error ? <ErrorState problem={question.error} onRetry={() => void question.refetch()} /> : <Loading lines={8} />}
      </main>
    );
  const state = words.state(task.kind, task.state);
  const running = task.clocks.filter(({ stoppedAt }) => stoppedAt === null);
  return (
    <main id="main" tabIndex={-1}>
      <Link to="/m/tasks" className="mobile-line">
        <Icon name="back" size={16} />
        {t('back')}
      </Link>
      <header className="mobile-card">
        <div className="mobile-line">
          <StateTag tone={state.tone}>{state.words}</StateTag>
          <TaskMarks task={task} />
          <code className="push">{task.number}</code>
        </div>
        <h1 tabIndex={-1}>{task.title}</h1>
        <p className="mobile-line">
          {task.categoryName && <Tag>{category(task.category, task.categoryName)}</Tag>}
          {t('opened', { at: dates.ago(task.openedAt) })}
          {task.lead && <span>{t('lead', { name: task.lead.name })}</span>}
        </p>
        {running.length > 0 && (
          <ul className="task-clocks" aria-label={t('clocks')}>
            {running.map((clock) => (
              <li key={clock.id}>
                <span>{words.clock(task.kind, clock.name)}</span>
                <DueText dueAt={clock.dueAt} paused={clock.pauses.some(({ to }) => to === null)} />
              </li>
            ))}
          </ul>
        )}
      </header>
      <KeptNotice at={question.error ? question.dataUpdatedAt : null} />
      <OutboxList number={task.number} />
      <TaskActs task={task} />
      <section className="mobile-card">
        <h2>{t('said')}</h2>
        <p className="task-body">{task.body}</p>
        <ContactCard task={task} />
      </section>
      <TaskPlace task={task} />
      <TaskPhotos task={task} />
      {task.parts.length > 0 && (
        <section className="mobile-card">
          <h2>{t('parts')}</h2>
          <ul className="task-parts">
            {task.parts
              .filter(({ endedAt }) => endedAt === null)
              .map((part) => (
                <li key={part.id} className="mobile-line">
                  <Tag tone={part.role === 'lead' ? 'blue' : 'grey'}>{t(`role.${part.role}`)}</Tag>
                  {part.organisation.name}
                  <span className="push">{t(part.doneAt ? 'part.done' : part.signedAt ? 'part.signed' : 'part.waiting')}</span>
                </li>
              ))}
          </ul>
        </section>
      )}
      <section className="mobile-card">
        <h2>{t('history')}</h2>
        <Timeline
          label={t('history')}
          items={task.entries
            .map((entry) => ({
              id: entry.no,
              at: entry.at,
              title: words.action(task.kind, entry.action),
              by: [entry.actor.name, entry.actor.organisation].filter(Boolean).join(' · '),
              body: entry.withdrawn ? t('withdrawn') : (entry.note ?? undefined),
              tone: words.state(task.kind, entry.to).tone,
            }))
            .toReversed()}
        />
      </section>
    </main>
  );
}
