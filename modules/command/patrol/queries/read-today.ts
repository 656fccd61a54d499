import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { patrol } from '@gongzhi/contract/patrol';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { CommandCore } from '../../command.ts';
import type { PatrolRulesInForce } from '../commands/rules-in-force.ts';
import { dayOf, isWalked, lastDayOf } from '../rules/due-days.ts';
import { selectPointsOfDay } from '../store/plans.ts';
import { selectHandover, selectOpenShift } from '../store/shifts.ts';

const hour = 3_600_000;

/** What an officer takes along in the morning; the phone keeps it for the day. */
export async function readToday(
  core: CommandCore,
  rules: PatrolRulesInForce,
  actor: Actor,
  query: QueryOf<typeof patrol.today>,
): Promise<AnswerOf<typeof patrol.today>> {
  const now = core.now();
  const day = query.day ?? dayOf(now);
  const areas = areasFor(actor, 'patrol.walk');
  const officerId = actor.id as string;
  const [directory, inForce, points, shift, handover] = await Promise.all([
    core.territory.directory(),
    rules.get(),
    selectPointsOfDay(core.database, areas, day),
    selectOpenShift(core.database, officerId, new Date(now.getTime() - 16 * hour)),
    selectHandover(core.database, areas, officerId, new Date(now.getTime() - 48 * hour)),
  ]);
  return {
    day,
    areas: areas.map((code) => ({ code, name: directory.name(code) })),
    points: points
      .filter((point) => isWalked(point, day))
      .map(({ frequency, weekdays: _, visitedAt, ...point }) => ({
        ...point,
        dueBy: lastDayOf({ frequency }, day),
        visitedAt: visitedAt?.toISOString() ?? null,
      })),
    checklists: inForce.checklists,
    shift: shift ? { id: shift.id, beganAt: shift.beganAt.toISOString() } : null,
    handover: handover ? { ...handover, at: handover.at.toISOString() } : null,
  };
}
