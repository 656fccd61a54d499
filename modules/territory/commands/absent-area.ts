import type { Connection } from '@gongzhi/platform/database';
import { problems, type Refusal } from '@gongzhi/platform/problems';
import { territoryProblems } from '../problems.ts';
import { selectAreas } from '../store/select-areas.ts';

/** The refusal for a code without a current area: unknown, or ended on a day. */
export async function absentArea(tx: Connection, code: string): Promise<Refusal> {
  const [last] = await selectAreas(tx, { codes: [code] });
  return last
    ? territoryProblems['area-ended']({ detail: `${code} ${last.name} ended on ${last.validTo}` })
    : problems['not-found']({ detail: `no area ${code}` });
}
