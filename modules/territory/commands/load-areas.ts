import type { Connection } from '@gongzhi/platform/database';
import { today } from '../rules/today.ts';
import { beginChange, beginVersions, settleParents } from '../store/area-versions.ts';
import type { AreaToLoad } from '../territory.ts';

const slice = 2000;

/** Begins many areas that are not there yet. Neither scope nor geometry is checked; a code that is current already breaks the transaction. */
export async function loadAreas(tx: Connection, rows: Iterable<AreaToLoad>): Promise<void> {
  await beginChange(tx);
  const now = today();
  const codes: string[] = [];
  let batch: AreaToLoad[] = [];
  const flush = async () => {
    if (batch.length > 0) {
      await beginVersions(
        tx,
        batch.map((row) => ({ ...row, type: row.type ?? null, boundary: row.boundary ?? null, validFrom: row.validFrom ?? now })),
      );
    }
    batch = [];
  };
  for (const row of rows) {
    codes.push(row.code);
    if (batch.push(row) >= slice) await flush();
  }
  await flush();
  await settleParents(tx, codes);
}
