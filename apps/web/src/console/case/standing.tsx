import type { MatterDetail } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { DueText } from '../../kit/due-text.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCaseKind } from '../matter/kind.ts';
import { useLimitText } from '../matter/limit.ts';
import { CaseDue, CaseState, PendingTag } from '../matter/marks.tsx';
import { ClockDrawer } from './clock-drawer.tsx';
import { inOrder, turnOf } from './turn.ts';

type Clock = MatterDetail['clocks'][number];

/** Where a case stands: state, whose turn, time left, and every clock with the way to its explanation. */
export function Standing({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const dates = useDates();
  const kind = useCaseKind();
  const turn = turnOf(matter);
  const [explained, setExplained] = useState<Clock | null>(null);
  return (
    <section className="card case-card" aria-labelledby="case-standing">
      <h2 id="case-standing">{t('standing.title')}</h2>
      <dl className="case-facts">
        <div>
          <dt>{t('standing.state')}</dt>
          <dd className="case-state">
            <CaseState state={matter.state} />
            <PendingTag pending={matter.pending} />
            <small>{t('standing.since', { at: dates.ago(matter.stateSince) })}</small>
          </dd>
        </div>
        <div>
          <dt>{t('standing.turn')}</dt>
          <dd>
            {t(`turn.${turn.duty}`)}
            {turn.unit && ` · ${turn.unit}`}
          </dd>
        </div>
        <div>
          <dt>{t('standing.due')}</dt>
          <dd>
            <CaseDue matter={matter} />
            {matter.dueAt && <small> {dates.moment(matter.dueAt)}</small>}
          </dd>
        </div>
        {matter.outcome && (
          <div>
            <dt>{t('standing.outcome')}</dt>
            <dd>{kind.outcome(matter.outcome)}</dd>
          </div>
        )}
      </dl>
      <h3>{t('clocks.title')}</h3>
      <ul className="case-clocks">
        {inOrder(matter.clocks).map((clock) => (
          <ClockLine key={clock.id} clock={clock} onExplain={() => setExplained(clock)} />
        ))}
      </ul>
      {explained && <ClockDrawer number={matter.number} clock={explained} onClose={() => setExplained(null)} />}
    </section>
  );
}

function ClockLine({ clock, onExplain }: { clock: Clock; onExplain: () => void }) {
  const t = useTexts('case');
  const kind = useCaseKind();
  const limitText = useLimitText();
  const paused = clock.stoppedAt === null && clock.pauses.some(({ to }) => to === null);
  return (
    <li>
      <span>
        {kind.clock(clock.name)}
        {clock.organisation && <small> {clock.organisation.name}</small>}
      </span>
      {clock.stoppedAt ? (
        <Tag tone={clock.breached ? 'red' : 'green'}>{t(clock.breached ? 'clocks.late' : 'clocks.kept')}</Tag>
      ) : (
        <DueText dueAt={clock.dueAt} paused={paused} />
      )}
      <span className="case-clock-rule">{limitText(clock.limit)}</span>
      <button
        type="button"
        className="button button-quiet case-explain"
        aria-label={t('clocks.explain', { name: kind.clock(clock.name) })}
        onClick={onExplain}
      >
        <Icon name="info" size={16} />
        {t('clocks.how')}
      </button>
    </li>
  );
}
