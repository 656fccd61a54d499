import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import type { Ground } from '../context.ts';
import { toWgs84 } from '../rules/coordinates.ts';
import { areaAt } from '../store/area-at.ts';

/** The areas at a point, the deepest first; empty where none covers it. The answer is in WGS 84 whatever came in. */
export async function locatePoint(ground: Ground, query: QueryOf<typeof territory.locate>): Promise<AnswerOf<typeof territory.locate>> {
  const [longitude, latitude] = toWgs84([query.longitude, query.latitude], query.system) as [number, number];
  const code = await areaAt(ground.database, longitude, latitude);
  if (code === null) return { longitude, latitude, areas: [] };
  const directory = await ground.directory.get();
  const here = directory.get(code);
  const areas = [...directory.ancestors(code), ...(here ? [here] : [])].reverse();
  return { longitude, latitude, areas: areas.map(({ code, name, level }) => ({ code, name, level })) };
}
