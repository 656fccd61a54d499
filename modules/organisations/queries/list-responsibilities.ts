import type { organisations } from '@gongzhi/contract/organisations';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { Ground } from '../context.ts';
import { cursorAfter, readCursor } from '../rules/cursor.ts';
import { selectResponsibilities } from '../store/responsibilities.ts';
import { responsibilityAnswers } from './responsibility-answer.ts';
import { whoIsResponsible } from './who-is-responsible.ts';

/** The responsibility list page by page in the order of categories and areas. */
export async function listResponsibilities(
  ground: Ground,
  query: QueryOf<typeof organisations.listResponsibilities>,
): Promise<AnswerOf<typeof organisations.listResponsibilities>> {
  const { cursor, limit, ...filter } = query;
  const rows = await selectResponsibilities(ground.database, { ...filter, after: readCursor(cursor, ['text', 'text']), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await responsibilityAnswers(ground, page),
    next: rows.length > limit && last ? cursorAfter([last.category, last.areaCode]) : null,
  };
}

/** Who would get a case, with every line that was looked for, and the limit that would hold. */
export async function explainResponsible(
  ground: Ground,
  category: string,
  areaCode: string,
): Promise<AnswerOf<typeof organisations.whoIsResponsible>> {
  const { found, limit, tried } = await whoIsResponsible(ground, category, areaCode);
  if (!found) return { found: null, limit, tried };
  const line = (await ground.held.get()).list.lines.get(found.category)?.get(found.areaCode);
  const [answer] = await responsibilityAnswers(ground, [{ ...found, id: found.responsibilityId, limit: line?.limit ?? null }]);
  return { found: answer!, limit, tried };
}
