import type { Actor } from '@gongzhi/contract/actor';
import { allows, ended, target } from '@gongzhi/platform/lifecycle';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { cardProblems } from '../problems.ts';
import { cardCapacities } from '../rules/card-capacities.ts';
import { cardTable } from '../rules/card-life.ts';
import { gradeName } from '../rules/grade-names.ts';
import { nextGrade, replyDue } from '../rules/shipped-rules.ts';
import { actOnCard, type CardRecord, stepsOf } from '../store/cards.ts';
import { selectCards } from '../store/select-cards.ts';
import { giveCards } from './give-cards.ts';

export interface CardAct {
  number: string;
  action: string;
  version: number;
  note: string;
}

/** Does one act on a card. Refuses with what the other did when somebody was quicker. Escalating gives the card of the next grade. */
export async function doOnCard(core: CommandCore, actor: Actor, { number, action, version, note }: CardAct): Promise<void> {
  const now = core.now();
  const [card] = await selectCards(core.database, actor, { number }, now, null, 1);
  if (!card) throw cardProblems['card-not-found']();
  const row = cardTable.actions[action as keyof typeof cardTable.actions];
  if (!row) throw cardProblems['card-not-now']({ detail: action });
  const held = cardCapacities(card, actor);
  if (!row.who.some((one) => held.has(one))) throw cardProblems['card-not-yours']({ more: { accepted: row.who } });
  if (version !== card.version) throw await passed(core, card);
  if (!allows(cardTable, card.state, action)) throw cardProblems['card-not-now']({ more: { state: card.state, accepted: row.from } });
  const to = target(cardTable, card.state, action);
  const post = actor.posts.find((one) => one.organisationId === card.organisationId) ?? actor.posts[0];
  const done = await core.database.transaction(async (tx) => {
    const written = await actOnCard(tx, {
      ...{ id: card.id, version, state: to, ended: ended(cardTable, to), replied: action === 'reply', at: now, action },
      ...{ actorId: actor.id, actorName: actor.name, organisationId: post?.organisationId ?? null, note },
    });
    if (written && action === 'escalate')
      await giveCards(core, tx, [
        {
          id: uuidv7(),
          ...{ matterId: card.matterId, matterNumber: card.matterNumber, matterKind: card.matterKind, matterTitle: card.matterTitle },
          ...{ areaCode: card.areaCode, organisationId: card.organisationId, grade: nextGrade(card.grade) },
          ...{ ruleId: null, ruleName: null, ruleVersion: null, facts: { card: card.number, grade: card.grade } },
          reason: `${gradeName(card.grade).zh} ${card.number} 升级：${note}`,
          ...{ cause: `escalated ${card.id}`, issuedAt: now, issuedBy: actor.name, actorId: actor.id },
          ...{ organisationOfActor: post?.organisationId ?? null, escalatedFrom: card.id },
          replyDue: replyDue({ reply: { amount: 1, unit: 'day' } }, now),
        },
      ]);
    return written;
  });
  if (!done) throw await passed(core, card);
}

/** The refusal with what was done meanwhile. */
async function passed(core: CommandCore, card: CardRecord) {
  const last = (await stepsOf(core.database, card.id)).at(-1);
  const label = last && cardTable.actions[last.action as keyof typeof cardTable.actions];
  return cardProblems['card-passed']({
    detail: `${label?.zh ?? last?.action}: ${last?.by}`,
    more: { last: last && { action: last.action, by: last.by, at: last.at.toISOString(), note: last.note } },
  });
}
