import type { Actor } from '@gongzhi/contract/actor';
import type { board } from '@gongzhi/contract/board';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { CommandCore } from '../../command.ts';
import { selectHours } from '../store/read-board.ts';
import { below, boardArea } from './board-areas.ts';
import { boardKind } from './compute-board.ts';

/** A day hour by hour, from the same sums as the board. */
export async function replayDay(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof board.replay>,
): Promise<AnswerOf<typeof board.replay>> {
  const directory = await core.territory.directory();
  const area = boardArea(actor, query.area, directory);
  const children = below(area, directory);
  const rows = await selectHours(core.database, boardKind, [area, ...children.map((child) => child.code)], [query.day]);
  return {
    day: query.day,
    frames: Array.from({ length: 24 }, (_, hour) => {
      const own = rows.find((row) => row.areaCode === area && row.hour === hour);
      return {
        hour,
        reported: own?.reported ?? 0,
        ended: own?.ended ?? 0,
        areas: rows.flatMap((row) => (row.areaCode !== area && row.hour === hour ? [{ code: row.areaCode, reported: row.reported }] : [])),
      };
    }),
    areas: children.map((child) => ({
      code: child.code,
      name: child.name,
      center: child.center ? [child.center[0], child.center[1]] : null,
    })),
  };
}
