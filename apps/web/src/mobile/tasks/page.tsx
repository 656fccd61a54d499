import { matters } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { LoadMore } from '../../resident/load-more.tsx';
import { usePages } from '../../resident/pages.ts';
import { metresBetween, type Position, usePosition } from '../../resident/position.ts';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useTakeAlong } from '../kept/take-along.ts';
import { OutboxList } from '../outbox/outbox-list.tsx';
import { KeptNotice } from './kept-notice.tsx';
import { TaskRow } from './task-row.tsx';

const tabs = ['sign', 'hand', 'all'] as const;
const states: Record<(typeof tabs)[number], string | undefined> = {
  sign: 'dispatched,called',
  hand: 'handling,objected,suspended,answering',
  all: undefined,
};

/** Matters that lie with me or my organisation and are not ended, the most urgent deadline first. */
export default function TasksPage() {
  const t = useTexts('tasks');
  const [search, setSearch] = useSearchState();
  const tab = tabs.find((one) => one === search.tab) ?? 'all';
  const [here, setHere] = useState<Position | null>(null);
  const position = usePosition(setHere);
  const state = states[tab];
  const tasks = usePages(matters.list, { query: { mine: 'true', open: 'true', sort: 'dueAt', limit: 30, ...(state ? { state } : {}) } });
  useTakeAlong(tasks.items.map(({ number }) => number));
  const rows = tasks.items.map((task) => ({ task, metres: here && task.location ? metresBetween(here, task.location) : null }));
  const shown = here ? rows.toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity)) : rows;
  return (
    <main id="main" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <fieldset className="mobile-tabs" aria-label={t('tab.label')}>
        {tabs.map((one) => (
          <button key={one} type="button" aria-pressed={one === tab} onClick={() => setSearch({ tab: one === 'all' ? undefined : one })}>
            {t(`tab.${one}`)}
          </button>
        ))}
      </fieldset>
      <fieldset className="pills" aria-label={t('sort')}>
        <button type="button" className="button" aria-pressed={here === null} onClick={() => setHere(null)}>
          <Icon name="clock" />
          {t('byDue')}
        </button>
        <button type="button" className="button" aria-pressed={here !== null} disabled={position.asking} onClick={position.ask}>
          <Icon name="target" />
          {t(position.asking ? 'locating' : 'byDistance')}
        </button>
      </fieldset>
      {position.problem && (
        <p className="field-problem" role="alert">
          {position.problem}
        </p>
      )}
      <OutboxList />
      <KeptNotice at={tasks.loaded && tasks.error ? tasks.at : null} />
      {!tasks.loaded ? (
        tasks.error ? (
          <ErrorState problem={tasks.error} onRetry={tasks.refetch} />
        ) : (
          <Loading lines={8} />
        )
      ) : shown.length === 0 ? (
        <Empty title={t(`none.${tab}`)} hint={t('noneHint')} icon="duty" />
      ) : (
        <>
          <ul className="mobile-list" aria-busy={tasks.stale}>
            {shown.map(({ task, metres }) => (
              <TaskRow key={task.number} task={task} metres={metres} />
            ))}
          </ul>
          <LoadMore {...tasks} />
        </>
      )}
    </main>
  );
}
