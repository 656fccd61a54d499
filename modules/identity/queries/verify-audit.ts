import type { Database } from '@gongzhi/platform/database';
import type { AuditVerdict } from '../identity.ts';
import { auditGenesis, auditSeal, firstBroken } from '../rules/audit-hash.ts';
import type { Keys } from '../rules/keys.ts';
import { linesAfter, readHead } from '../store/audit-entries.ts';

const batch = 1000;

/** Walks the whole chain up to the end that it has now, in batches; lines that are appended meanwhile are left for the next time. */
export async function verifyAudit(database: Database, keys: Keys): Promise<AuditVerdict> {
  const head = await readHead(database);
  let last = { no: 0, hash: auditGenesis as Buffer };
  let entries = 0;
  const broken = (at: number): AuditVerdict => ({ entries, intact: false, firstBroken: at });
  for (;;) {
    const lines = await linesAfter(database, last.no, head.no, batch);
    entries += lines.length;
    const at = firstBroken(last, lines);
    if (at !== null) return broken(at);
    const end = lines.at(-1);
    if (!end) break;
    last = end;
  }
  // The chain holds as far as it goes; it must also go as far as its sealed end says, and the seal must be ours.
  if (last.no < head.no) return broken(last.no + 1);
  if (!last.hash.equals(head.hash)) return broken(head.no);
  if (head.no > 0 && !head.seal?.equals(auditSeal(keys.auditSeal, head.no, head.hash))) return broken(head.no);
  return { entries, intact: true, firstBroken: null };
}
