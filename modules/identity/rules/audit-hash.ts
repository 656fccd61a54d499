import { createHash, createHmac } from 'node:crypto';

/** One line of the audit log as it is chained. */
export interface AuditLine {
  no: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string | null;
  purpose: string | null;
  address: string | null;
  detail: Record<string, unknown>;
}

/** Hash before the first line. */
export const auditGenesis = Buffer.alloc(32);

/** JSON with sorted keys: `jsonb` keeps no order, and the hash must not depend on it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`;
}

/** SHA-256 over the hash before and the line as a JSON array, so that no two lines read alike. Anyone can check an exported log with it. */
export function auditHash(previous: Buffer, line: AuditLine): Buffer {
  const text = canonical([
    line.no,
    line.at.toISOString(),
    line.actorKind,
    line.actorId,
    line.actorName,
    line.action,
    line.subject,
    line.purpose,
    line.address,
    line.detail,
  ]);
  return createHash('sha256').update(previous).update(text).digest();
}

/** Seals the end of the chain under our key: whoever rewrites the whole chain in the database cannot make a new end. */
export function auditSeal(key: Buffer, no: number, hash: Buffer): Buffer {
  return createHmac('sha256', key).update(`${no}\n`).update(hash).digest();
}

/** Number of the first line that is missing, out of order or changed, given the line before; null where all hold. */
export function firstBroken(before: { no: number; hash: Buffer }, lines: readonly (AuditLine & { hash: Buffer })[]): number | null {
  let last = before;
  for (const line of lines) {
    if (line.no !== last.no + 1) return last.no + 1;
    if (!auditHash(last.hash, line).equals(line.hash)) return line.no;
    last = line;
  }
  return null;
}
