import { type Actor, areasFor, outermost, system } from '@gongzhi/contract/actor';
import type { board } from '@gongzhi/contract/board';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';
import type { CommandCore } from '../../command.ts';
import { addDays, dayOf } from '../../patrol/rules/due-days.ts';
import { boardProblems } from '../problems.ts';
import { effectOf } from '../rules/effect.ts';
import { selectTheme, selectThemes } from '../store/themes.ts';
import { presentTheme } from './compute-board.ts';

const Cursor = z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), id: z.uuid() });
export const themeAreas = (actor: Actor) => outermost([...areasFor(actor, 'board.read'), ...areasFor(actor, 'theme.edit')]);

export async function listThemes(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof board.themes>,
): Promise<AnswerOf<typeof board.themes>> {
  const [directory, categories] = await Promise.all([core.territory.directory(), core.organisations.categories()]);
  const after = query.cursor ? read(query.cursor) : null;
  const found = await selectThemes(core.database, themeAreas(actor), after, query.limit + 1);
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => presentTheme(row, directory, categories)),
    next: last ? Buffer.from(JSON.stringify({ month: last.month, id: last.id })).toString('base64url') : null,
  };
}

/** A theme with its effect: the figures of cases for its category and area, month by month. */
export async function readTheme(core: CommandCore, actor: Actor, id: string): Promise<AnswerOf<typeof board.theme>> {
  const row = await selectTheme(core.database, id);
  if (!row || !themeAreas(actor).some((area) => row.areaCode.startsWith(area))) throw boardProblems['theme-not-found']();
  const [directory, categories] = await Promise.all([core.territory.directory(), core.organisations.categories()]);
  const today = dayOf(core.now());
  const first = `${row.month}-01`;
  const from = `${addDays(first, -75).slice(0, 7)}-01`;
  const until = `${addDays(first, 125).slice(0, 7)}-01`;
  const to = until < today ? until : today;
  const rates = await core.cases.rates(system, {
    from,
    to: to < from ? from : to,
    by: 'month',
    area: row.areaCode,
    category: row.category,
  });
  const months = rates.rows.map((one) => ({ month: one.key.slice(0, 7), reported: one.volume.reported, onTime: one.rates.onTime.value }));
  return { ...presentTheme(row, directory, categories), months, ...effectOf(months, row.month, today.slice(0, 7)) };
}

function read(text: string) {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}
