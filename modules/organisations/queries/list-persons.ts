import { type Actor, areasFor, outermost } from '@gongzhi/contract/actor';
import type { organisations } from '@gongzhi/contract/organisations';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { cursorAfter, readCursor } from '../rules/cursor.ts';
import { selectPersons } from '../store/persons.ts';

/** Staff page by page in the order of names: whom one of the actor's posts reaches, and who has no post yet. */
export async function listPersons(
  ground: Ground,
  actor: Actor,
  query: QueryOf<typeof organisations.listPersons>,
): Promise<AnswerOf<typeof organisations.listPersons>> {
  const { cursor, limit, ...filter } = query;
  const reach = (['organisation.edit', 'account.edit', 'security.edit'] as const).flatMap((permission) => areasFor(actor, permission));
  const areas = actor.kind === 'system' ? [''] : outermost(reach);
  const rows = await selectPersons(ground.database, today(), {
    ...filter,
    areas,
    after: readCursor(cursor, ['text', 'uuid']),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorAfter([last.name, last.id]) : null };
}
