import type { AnswerOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import { problems } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { selectAreas } from '../store/select-areas.ts';
import { selectBoundary } from '../store/select-boundaries.ts';
import { neighboursInTime } from '../store/succession.ts';

/** One area, ended ones as they were last, with what lies above it and what came before and after it. */
export async function readArea(ground: Ground, code: string): Promise<AnswerOf<typeof territory.readArea>> {
  const [area] = await selectAreas(ground.database, { codes: [code] });
  if (!area) throw problems['not-found']({ detail: `no area ${code}` });
  const [boundary, around, directory] = await Promise.all([
    selectBoundary(ground.database, code),
    neighboursInTime(ground.database, code),
    ground.directory.get(),
  ]);
  const ancestors = directory.ancestors(code).map(({ code, name, level }) => ({ code, name, level }));
  return { ...area, ancestors, boundary, ...around };
}
