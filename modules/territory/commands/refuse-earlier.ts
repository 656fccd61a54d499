import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { versionsBeyond } from '../store/area-versions.ts';

/** Refuses to begin a version on a day on which an earlier one of the same code still held: a day has one version. */
export async function refuseEarlier(tx: Connection, codes: readonly string[], day: string, field: string): Promise<void> {
  const [beyond] = await versionsBeyond(tx, codes, day);
  if (beyond) throw fieldProblem(field, `an earlier area ${beyond.code} held until ${beyond.until}`, `${beyond.until} or later`);
}
