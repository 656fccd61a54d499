import type { Told } from '@gongzhi/notifications';
import type { Connection } from '@gongzhi/platform/database';
import type { CommandCore } from '../../command.ts';
import { gradeName } from '../rules/grade-names.ts';
import { insertCards, type NewCard } from '../store/cards.ts';

/**
 * Gives cards: writes them, enters them into the histories of their matters and tells the units, each in one statement however many there are. Those whose cause
 * has led to a card already are left out. Answers the numbers given, by id.
 */
export async function giveCards(core: CommandCore, tx: Connection, cards: readonly NewCard[]): Promise<Map<string, string>> {
  const written = new Map((await insertCards(tx, cards)).map((card) => [card.id, card.number]));
  const given = cards.filter((card) => written.has(card.id));
  await core.matters.annotate(
    tx,
    given
      .filter((card) => !card.facts.entered && core.matters.kind(card.matterKind).table.actions.supervise)
      .map((card) => ({
        ...{ matterId: card.matterId, action: 'supervise' },
        note: `${gradeName(card.grade).zh}（${written.get(card.id)}）：${card.reason}`,
        data: { grade: card.grade, card: written.get(card.id), rule: card.ruleId, unit: card.organisationId },
      })),
  );
  const addressees = await core.notifications.addressees(
    tx,
    given.map((card) => ({ units: [card.organisationId] })),
  );
  const notices = given.flatMap((card, index): Told[] =>
    (addressees[index] ?? []).map((recipientId) => ({
      ...{ recipientId, at: card.issuedAt, kind: 'card-issued', number: card.matterNumber },
      title: {
        zh: `${gradeName(card.grade).zh}：${card.matterTitle}（${card.reason}）`,
        en: `${gradeName(card.grade).en}: ${card.matterTitle}`,
      },
    })),
  );
  if (notices.length > 0) await core.notifications.tell(tx, { notices });
  return written;
}
