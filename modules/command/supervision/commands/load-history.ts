import type { SupervisionRule } from '@gongzhi/contract/supervision';
import type { Connection } from '@gongzhi/platform/database';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { watchMatters } from '../consumers/watch-facts.ts';
import { dueRule, momentOf } from '../rules/apply-rules.ts';
import { replyDue } from '../rules/shipped-rules.ts';
import { insertCards, type NewCard } from '../store/cards.ts';
import { releaseLoaded } from '../store/release-loaded.ts';
import { readSupervisionRules } from '../store/rules.ts';
import { moveWatched } from '../store/watch.ts';

/** A clock that was stopped after its due time, of a history that is loaded. */
export interface LateClock {
  clockId: string;
  matterId: string;
  number: string;
  kind: 'case' | 'whistle';
  title: string;
  areaCode: string;
  organisationId: string;
  name: string;
  startedAt: Date;
  dueAt: Date;
  stoppedAt: Date;
}

/**
 * Gives the cards that the rules would have given to a history that is loaded at once: released ones for clocks that were late, open ones for those that run.
 * Without notices and without entries: both belong to what happens while the product runs. Set-based.
 */
export async function loadCards(core: CommandCore, tx: Connection, late: readonly LateClock[], now: Date): Promise<number> {
  const { rules, version } = await readSupervisionRules(tx);
  await watchMatters(core, tx, null, rules);
  const names = [...new Set(rules.flatMap((rule) => (rule.active && rule.clock ? [rule.clock] : [])))];
  const running = (await core.matters.runningClocks(tx, names, null)).flatMap((clock) => {
    const rule = dueRule(rules, { ...clock, fired: 0 }, now);
    return rule ? [{ clock, rule, stoppedAt: null }] : [];
  });
  const ended = late.flatMap((clock) => {
    const rule = dueRule(rules, { ...clock, fired: 0 }, clock.stoppedAt);
    return rule ? [{ clock, rule, stoppedAt: clock.stoppedAt }] : [];
  });
  const told = [...ended, ...running].map(({ clock, rule, stoppedAt }) => ({ card: cardOf(clock, rule, version), stoppedAt, clock, rule }));
  await insertCards(
    tx,
    told.map(({ card }) => card),
  );
  await releaseLoaded(
    tx,
    told.flatMap(({ card, stoppedAt }) =>
      stoppedAt
        ? [{ id: card.id, repliedAt: new Date(Math.min(stoppedAt.getTime(), card.issuedAt.getTime() + 7_200_000)), releasedAt: stoppedAt }]
        : [],
    ),
  );
  await moveWatched(
    tx,
    running.map(({ clock, rule }) => ({ clockId: clock.clockId, fired: rule.percent as number, nextAt: nextAfter(rules, clock, rule) })),
  );
  return told.length;
}

type Seen = Omit<LateClock, 'stoppedAt' | 'kind'> & { kind: string };

function nextAfter(rules: readonly SupervisionRule[], clock: Seen, fired: SupervisionRule): Date | null {
  const waiting = rules.flatMap((rule) =>
    rule.active &&
    rule.on === 'clock' &&
    rule.kind === clock.kind &&
    rule.clock === clock.name &&
    (rule.percent ?? 0) > (fired.percent ?? 0)
      ? [rule.percent as number]
      : [],
  );
  return waiting.length === 0 ? null : momentOf(clock, Math.min(...waiting));
}

function cardOf(clock: Seen, rule: SupervisionRule, version: number): NewCard {
  const at = momentOf(clock, rule.percent as number);
  return {
    id: uuidv7(),
    ...{ matterId: clock.matterId, matterNumber: clock.number, matterKind: clock.kind, matterTitle: clock.title, areaCode: clock.areaCode },
    ...{ organisationId: clock.organisationId, grade: rule.grade, ruleId: rule.id, ruleName: rule.name, ruleVersion: version },
    facts: { clock: clock.name, startedAt: clock.startedAt, dueAt: clock.dueAt, percent: rule.percent, passedAt: at },
    ...{
      reason: rule.name.zh,
      cause: `${rule.id} ${clock.clockId}`,
      issuedAt: at,
      issuedBy: '系统',
      actorId: null,
      organisationOfActor: null,
    },
    ...{ replyDue: replyDue(rule, at), escalatedFrom: null },
  };
}
