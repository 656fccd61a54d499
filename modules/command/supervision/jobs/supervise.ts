import type { SupervisionRule } from '@gongzhi/contract/supervision';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { giveCards } from '../commands/give-cards.ts';
import { dueRule, momentOf, nextMoment, type Watched } from '../rules/apply-rules.ts';
import { gradeName } from '../rules/grade-names.ts';
import { replyDue } from '../rules/shipped-rules.ts';
import { type CardRecord, markEscalated, type NewCard, takeUnanswered } from '../store/cards.ts';
import { readSupervisionRules } from '../store/rules.ts';
import { moveWatched, takeDue } from '../store/watch.ts';

const atOnce = 1000;

/** Looks at clocks whose next rule is due and at cards that were not answered, and gives what the rules say; until nothing is due. */
export async function supervise(core: CommandCore): Promise<{ given: number; escalated: number }> {
  const { rules, version } = await readSupervisionRules(core.database);
  const done = { given: 0, escalated: 0 };
  for (;;) {
    const taken = await core.database.transaction(async (tx) => {
      const now = core.now();
      const clocks = await takeDue(tx, now, atOnce);
      const judged = clocks.map((clock) => ({ clock, rule: dueRule(rules, clock, now) }));
      const cards = judged.flatMap(({ clock, rule }) => (rule ? [cardOfClock(clock, rule, version, now)] : []));
      done.given += (await giveCards(core, tx, cards)).size;
      await moveWatched(
        tx,
        judged.map(({ clock, rule }) => {
          const fired = Math.max(clock.fired, rule?.percent ?? 0);
          return { clockId: clock.clockId, fired, nextAt: nextMoment(rules, { ...clock, fired }) };
        }),
      );
      return clocks.length;
    });
    if (taken < atOnce) break;
  }
  const chain = new Map(
    rules.filter((rule) => rule.active && rule.on === 'no-reply' && rule.after).map((rule) => [rule.after as string, rule]),
  );
  if (chain.size > 0)
    for (;;) {
      const taken = await core.database.transaction(async (tx) => {
        const now = core.now();
        const cards = await takeUnanswered(tx, now, [...chain.keys()], atOnce);
        if (cards.length === 0) return 0;
        await markEscalated(
          tx,
          cards.map((card) => card.id),
          now,
          '逾期未回复，自动升级',
        );
        const next = cards.map((card) => cardAbove(card, chain.get(card.grade) as SupervisionRule, version, now));
        done.escalated += (await giveCards(core, tx, next)).size;
        return cards.length;
      });
      if (taken < atOnce) break;
    }
  return done;
}

function cardOfClock(clock: Watched, rule: SupervisionRule, version: number, now: Date): NewCard {
  return {
    id: uuidv7(),
    ...{ matterId: clock.matterId, matterNumber: clock.number, matterKind: clock.kind, matterTitle: clock.title, areaCode: clock.areaCode },
    ...{ organisationId: clock.organisationId, grade: rule.grade, ruleId: rule.id, ruleName: rule.name, ruleVersion: version },
    facts: {
      ...{ clock: clock.name, startedAt: clock.startedAt, dueAt: clock.dueAt, percent: rule.percent },
      passedAt: momentOf(clock, rule.percent as number),
    },
    reason: rule.name.zh,
    cause: `${rule.id} ${clock.clockId}`,
    ...{ issuedAt: now, issuedBy: '系统', actorId: null, organisationOfActor: null, replyDue: replyDue(rule, now), escalatedFrom: null },
  };
}

function cardAbove(card: CardRecord, rule: SupervisionRule, version: number, now: Date): NewCard {
  return {
    id: uuidv7(),
    ...{ matterId: card.matterId, matterNumber: card.matterNumber, matterKind: card.matterKind, matterTitle: card.matterTitle },
    ...{ areaCode: card.areaCode, organisationId: card.organisationId, grade: rule.grade },
    ...{ ruleId: rule.id, ruleName: rule.name, ruleVersion: version },
    facts: { card: card.number, grade: card.grade, replyDue: card.replyDue },
    reason: `${gradeName(card.grade).zh} ${card.number} 逾期未回复`,
    cause: `${rule.id} ${card.id}`,
    ...{ issuedAt: now, issuedBy: '系统', actorId: null, organisationOfActor: null, replyDue: replyDue(rule, now), escalatedFrom: card.id },
  };
}
