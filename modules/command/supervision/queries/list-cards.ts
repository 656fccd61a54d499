import type { Actor } from '@gongzhi/contract/actor';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { CardDetail, CardRow, supervision } from '@gongzhi/contract/supervision';
import type { CommandCore } from '../../command.ts';
import { readPlace, writePlace } from '../../rules/moment-cursor.ts';
import { cardProblems } from '../problems.ts';
import { cardCapacities } from '../rules/card-capacities.ts';
import { cardTable } from '../rules/card-life.ts';
import { type CardRecord, neighboursOf, stepsOf } from '../store/cards.ts';
import { selectCards } from '../store/select-cards.ts';

/** Cards newest first, with names. */
export async function listCards(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof supervision.list>,
): Promise<AnswerOf<typeof supervision.list>> {
  const { cursor, limit, ...wanted } = query;
  const found = await selectCards(core.database, actor, wanted, core.now(), cursor ? readPlace(cursor) : null, limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const named = await namer(core);
  return { items: items.map(named), next: last ? writePlace({ at: last.at, id: last.id }) : null };
}

/** One card with what the rule saw, its steps and what the actor may do. Refuses what it may not see. */
export async function readCard(core: CommandCore, actor: Actor, number: string): Promise<CardDetail> {
  const [card] = await selectCards(core.database, actor, { number }, core.now(), null, 1);
  if (!card) throw cardProblems['card-not-found']();
  const [named, steps, neighbours, organisations] = await Promise.all([
    namer(core),
    stepsOf(core.database, card.id),
    neighboursOf(core.database, card),
    core.organisations.directory(),
  ]);
  const held = cardCapacities(card, actor);
  return {
    ...named(card),
    ...neighbours,
    facts: card.facts,
    steps: steps.map((step) => {
      const label = cardTable.actions[step.action as keyof typeof cardTable.actions] ?? { zh: '发出', en: 'Issued' };
      return {
        ...{
          no: step.no,
          at: step.at.toISOString(),
          action: step.action,
          label: { zh: label.zh, en: label.en },
          by: step.by,
          note: step.note,
        },
        organisation: step.organisationId === null ? null : organisations.name(step.organisationId),
      };
    }),
    actions: Object.entries(cardTable.actions)
      .filter(([action, row]) => row.from.includes(card.state as never) && row.who.some((one) => held.has(one)) && fits(action, card))
      .map(([action, row]) => ({ action, label: { zh: row.zh, en: row.en }, weight: row.weight ?? 'normal' })),
  };
}

/** A meeting is recorded of a meeting, and nothing lies above it. */
const fits = (action: string, card: CardRecord) =>
  action === 'record-meeting' ? card.grade === 'meeting' : action === 'escalate' ? card.grade !== 'meeting' : true;

async function namer(core: CommandCore): Promise<(card: CardRecord) => CardRow> {
  const [areas, organisations] = await Promise.all([core.territory.directory(), core.organisations.directory()]);
  const now = core.now();
  return (card) => ({
    number: card.number,
    grade: card.grade,
    state: card.state as CardRow['state'],
    matter: { number: card.matterNumber, kind: card.matterKind, title: card.matterTitle },
    organisation: { id: card.organisationId, name: organisations.name(card.organisationId) },
    areaCode: card.areaCode,
    areaName: areas.name(card.areaCode),
    rule: card.ruleId && card.ruleName ? { id: card.ruleId, name: card.ruleName, version: card.ruleVersion ?? 0 } : null,
    reason: card.reason,
    issuedAt: card.issuedAt.toISOString(),
    issuedBy: card.issuedBy,
    replyDue: card.replyDue.toISOString(),
    repliedAt: card.repliedAt?.toISOString() ?? null,
    endedAt: card.endedAt?.toISOString() ?? null,
    late: (card.repliedAt ?? card.endedAt ?? now) > card.replyDue,
    version: card.version,
  });
}
