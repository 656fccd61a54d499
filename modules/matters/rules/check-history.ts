import { contentDigest, entryHash, genesis } from './entry-hash.ts';
import type { HistoryRow, LedgerHead } from './ledger-rows.ts';
import { isQuiet } from './quiet.ts';

/** What is wrong with the history of one matter: gaps, a broken chain, a state that the last entry does not lead to. */
export function historyFaults(matter: LedgerHead, entries: readonly HistoryRow[]): string[] {
  const faults: string[] = [];
  let previous: Buffer = genesis;
  let state: string | null = null;
  let expected = 1;
  for (const [
    matterId,
    no,
    at,
    actorKind,
    actorId,
    action,
    from,
    to,
    visibility,
    note,
    data,
    saltHex,
    digestHex,
    hashHex,
    withdrawn,
  ] of entries) {
    if (no !== expected) faults.push(`entry ${expected} is missing`);
    expected = no + 1;
    const digest = Buffer.from(digestHex, 'hex');
    if (withdrawn) {
      if (note !== null || data !== null || saltHex !== null) faults.push(`entry ${no} is withdrawn but not empty`);
    } else if (saltHex === null || !contentDigest(Buffer.from(saltHex, 'hex'), note, data).equals(digest))
      faults.push(`note or data of entry ${no} is not what was written`);
    const hash = Buffer.from(hashHex, 'hex');
    if (!entryHash(previous, { matterId, no, at: new Date(at), actorKind, actorId, action, from, to, visibility }, digest).equals(hash))
      faults.push(`the chain breaks at entry ${no}`);
    if (state !== null && from !== state) faults.push(`entry ${no} comes from ${from}, but the matter was in ${state}`);
    previous = hash;
    state = to;
  }
  if (entries.length !== matter.entries) faults.push(`it has ${entries.length} entries, but counts ${matter.entries}`);
  if (!previous.equals(matter.head)) faults.push('its head is not the hash of its last entry');
  if (state !== matter.state) faults.push(`it is in ${matter.state}, but its last entry leads to ${state}`);
  const acts = entries.filter(([, , , actorKind, , action, from, to]) => !isQuiet(actorKind, from, to, action)).length;
  if (matter.version < acts) faults.push(`its version ${matter.version} is below the ${acts} acts that raise it`);
  return faults;
}
