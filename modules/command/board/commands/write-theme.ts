import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { board, Theme } from '@gongzhi/contract/board';
import type { BodyOf } from '@gongzhi/contract/route';
import { constraintRefusal, fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { commandProblems } from '../../problems.ts';
import { boardProblems } from '../problems.ts';
import { presentTheme } from '../queries/compute-board.ts';
import { selectTheme, writeTheme } from '../store/themes.ts';

/** Chooses the theme of a month for an area, or changes it from the version that was seen. One theme a month and area. */
export async function saveTheme(
  core: CommandCore,
  actor: Actor,
  input: BodyOf<typeof board.createTheme>,
  changed: { id: string; version: number; state: Theme['state'] } | null,
): Promise<Theme> {
  const [directory, categories] = await Promise.all([core.territory.directory(), core.organisations.categories()]);
  const before = changed ? await selectTheme(core.database, changed.id) : undefined;
  if (changed && (!before || !reachesArea(actor, 'theme.edit', before.areaCode))) throw boardProblems['theme-not-found']();
  if (!directory.get(input.areaCode)) throw fieldProblem('areaCode', 'there is no such area', 'the code of a current area');
  if (!reachesArea(actor, 'theme.edit', input.areaCode)) throw commandProblems['area-outside']({ detail: directory.name(input.areaCode) });
  if (!categories.get(input.category)) throw fieldProblem('category', 'there is no such category', 'a code of GET /api/categories');
  const row = {
    ...input,
    id: changed?.id ?? uuidv7(),
    state: changed?.state ?? ('running' as const),
    version: (changed?.version ?? 0) + 1,
  };
  await core.database.transaction(async (tx) => {
    const written = await writeTheme(tx, row, changed?.version ?? null).catch((error) => {
      throw constraintRefusal(error, { board_theme_month: () => boardProblems['theme-taken']() });
    });
    if (!written) throw boardProblems['theme-changed']();
    await core.identity.audit(tx, {
      actor,
      action: changed ? 'theme-changed' : 'theme-chosen',
      subject: row.id,
      detail: { month: row.month, areaCode: row.areaCode, category: row.category, state: row.state },
    });
  });
  return presentTheme(row, directory, categories);
}
