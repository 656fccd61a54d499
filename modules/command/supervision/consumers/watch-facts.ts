import { caseTable } from '@gongzhi/cases';
import type { Grade, SupervisionRule } from '@gongzhi/contract/supervision';
import type { Connection } from '@gongzhi/platform/database';
import type { Fact, FactConsumer } from '@gongzhi/platform/outbox';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { whistleTable } from '../../whistles/kind.ts';
import { giveCards } from '../commands/give-cards.ts';
import { judgeFact, nextMoment, type SeenFact, watchedFacts } from '../rules/apply-rules.ts';
import { replyDue } from '../rules/shipped-rules.ts';
import type { NewCard } from '../store/cards.ts';
import { readSupervisionRules } from '../store/rules.ts';
import { replaceWatched, watchedOf } from '../store/watch.ts';

/** Keeps the watch over clocks in step with the ledger, and gives the cards that facts lead to; each fact is judged once. */
export function watchFacts(core: CommandCore): FactConsumer {
  return {
    name: 'command.supervision',
    facts: [
      ...['case-record', ...Object.keys(caseTable.actions).map((action) => `case-${action}`)],
      ...Object.keys(whistleTable.actions).map((action) => `whistle-${action}`),
    ],
    async consume(facts, tx) {
      const { rules, version } = await readSupervisionRules(tx);
      await watchMatters(core, tx, [...new Set(facts.flatMap((fact) => fact.subject ?? []))], rules);
      const live = facts.filter((fact) => !fact.data.imported);
      await giveCards(core, tx, [...fromRules(live, rules, version), ...(await byHand(core, tx, live))]);
    },
  };
}

/** Reads the running clocks of these matters, or (null) of all, and notes when the next rule of each is due. */
export async function watchMatters(
  core: CommandCore,
  tx: Connection,
  ids: readonly string[] | null,
  rules: readonly SupervisionRule[],
): Promise<void> {
  if (ids?.length === 0) return;
  const names = [...new Set(rules.flatMap((rule) => (rule.active && rule.clock ? [rule.clock] : [])))];
  const fired = await watchedOf(tx, ids);
  const clocks = await core.matters.runningClocks(tx, names, ids);
  const watched = clocks.map((clock) => {
    const one = { ...clock, fired: fired.get(clock.clockId) ?? 0 };
    return { ...one, nextAt: nextMoment(rules, one) };
  });
  await replaceWatched(
    tx,
    ids,
    watched.filter((clock) => clock.nextAt !== null || clock.fired > 0),
  );
}

const matterOf = (fact: Fact) => ({
  matterId: fact.subject as string,
  matterNumber: String(fact.data.number),
  matterKind: String(fact.data.kind ?? fact.name.split('-')[0]),
  matterTitle: String(fact.data.title),
  areaCode: fact.areaCode ?? '',
});

function fromRules(facts: readonly Fact[], rules: readonly SupervisionRule[], version: number): NewCard[] {
  const looked = facts.filter((fact) => fact.subject && watchedFacts.includes(fact.name));
  return looked.flatMap((fact) =>
    rules.flatMap((rule): NewCard[] => {
      const seen = rule.active ? judgeFact(rule, fact as unknown as SeenFact) : null;
      return seen
        ? [
            {
              id: uuidv7(),
              ...matterOf(fact),
              ...{ organisationId: seen.organisationId, grade: rule.grade, ruleId: rule.id, ruleName: rule.name, ruleVersion: version },
              facts: { fact: fact.name, at: fact.at, ...seen.facts },
              reason: rule.name.zh,
              cause: `${rule.id} fact ${fact.tx} ${fact.id}`,
              ...{ issuedAt: fact.at, issuedBy: '系统', actorId: null, organisationOfActor: null, escalatedFrom: null },
              replyDue: replyDue(rule, fact.at),
            },
          ]
        : [];
    }),
  );
}

/** Who supervises on the page of a case has given a card: it gets its reply and release like every other. */
async function byHand(core: CommandCore, tx: Connection, facts: readonly Fact[]): Promise<NewCard[]> {
  const acts = facts.filter((fact) => {
    const data = fact.data.data as { grade?: string; card?: string } | undefined;
    return fact.name === 'case-supervise' && fact.subject && data?.grade && !data.card;
  });
  if (acts.length === 0) return [];
  const matters = new Map(
    (await core.matters.snapshots(tx, [...new Set(acts.map((fact) => fact.subject as string))])).map((one) => [one.id, one]),
  );
  return acts.flatMap((fact): NewCard[] => {
    const matter = matters.get(fact.subject as string);
    const grade = (fact.data.data as { grade: Grade }).grade;
    const said = (matter?.details.cards as { at: string; reason: string }[] | undefined)?.find((card) => card.at === fact.at.toISOString());
    if (!matter?.leadId) return [];
    return [
      {
        id: uuidv7(),
        ...matterOf(fact),
        ...{ organisationId: matter.leadId, grade, ruleId: null, ruleName: null, ruleVersion: null },
        // The act on the case is its entry already.
        facts: { fact: fact.name, at: fact.at, entered: true },
        reason: said?.reason ?? '人工督办',
        cause: `by-hand fact ${fact.tx} ${fact.id}`,
        ...{ issuedAt: fact.at, issuedBy: String(fact.data.actorName ?? ''), actorId: (fact.data.actorId as string | null) ?? null },
        ...{ organisationOfActor: null, escalatedFrom: null, replyDue: replyDue({ reply: { amount: 1, unit: 'day' } }, fact.at) },
      },
    ];
  });
}
