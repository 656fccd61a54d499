import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { AreaDirectory, AreaName } from '@gongzhi/territory';
import { boardProblems } from '../problems.ts';

/** The area whose board an actor looks at: the one asked for, or the first of its own. Refuses one outside of them. */
export function boardArea(actor: Actor, asked: string | undefined, directory: AreaDirectory): string {
  const areas = areasFor(actor, 'board.read');
  if (asked === undefined) {
    const own = areas.find((area) => area !== '') ?? [...directory.all()].find((area) => area.parent === null)?.code;
    if (own === undefined) throw boardProblems['board-area-outside']();
    return own;
  }
  if (!areas.some((area) => asked.startsWith(area)) || !directory.get(asked)) throw boardProblems['board-area-outside']();
  return asked;
}

/** The areas right below one. */
export const below = (area: string, directory: AreaDirectory): AreaName[] => [...directory.all()].filter((one) => one.parent === area);
