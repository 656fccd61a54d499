import { type Actor, areasFor, outermost } from '@gongzhi/contract/actor';
import type { Plan, patrol } from '@gongzhi/contract/patrol';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import type { AreaDirectory } from '@gongzhi/territory';
import { z } from 'zod';
import type { CommandCore } from '../../command.ts';
import { type PlanRow, selectPlans } from '../store/plans.ts';

const Cursor = z.strictObject({ areaCode: z.string().max(24), id: z.uuid() });

/** Plans of the areas where the actor plans or reads patrols, by area. */
export async function listPlans(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof patrol.plans>,
): Promise<AnswerOf<typeof patrol.plans>> {
  const areas = outermost([...areasFor(actor, 'patrol.read'), ...areasFor(actor, 'patrol.plan')]);
  const after = query.cursor ? read(query.cursor) : null;
  const [directory, found] = await Promise.all([
    core.territory.directory(),
    selectPlans(core.database, areas, query.area ?? '', after, query.limit + 1),
  ]);
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => presentPlan(row, directory)),
    next: last ? Buffer.from(JSON.stringify({ areaCode: last.areaCode, id: last.id })).toString('base64url') : null,
  };
}

export const presentPlan = (row: PlanRow, directory: AreaDirectory): Plan => ({ ...row, areaName: directory.name(row.areaCode) });

function read(text: string) {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}
