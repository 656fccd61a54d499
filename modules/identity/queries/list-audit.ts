import type { AuditEntry, identity } from '@gongzhi/contract/identity';
import type { QueryOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import { problems } from '@gongzhi/platform/problems';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '../rules/cursor.ts';
import { type AuditFilter, findLines, type KeptLine } from '../store/audit-entries.ts';

type Query = QueryOf<typeof identity.listAudit>;
type Entry = z.infer<typeof AuditEntry>;

export const auditFilter = (query: Pick<Query, 'text' | 'action' | 'actor' | 'subject' | 'from' | 'to'>): AuditFilter => ({
  text: query.text,
  action: query.action,
  actor: query.actor,
  subject: query.subject,
  from: query.from === undefined ? undefined : new Date(query.from),
  to: query.to === undefined ? undefined : new Date(query.to),
});

/** A page of the audit log, newest first. */
export async function listAudit(connection: Connection, query: Query): Promise<{ items: Entry[]; next: string | null }> {
  const before = query.cursor === undefined ? null : decodeCursor(query.cursor);
  if (before !== null && !(typeof before === 'number' && Number.isSafeInteger(before))) throw problems['invalid-cursor']();
  const lines = await findLines(connection, auditFilter(query), before, query.limit + 1);
  const items = lines.slice(0, query.limit);
  const last = items.at(-1);
  return { items: items.map(shown), next: lines.length > query.limit && last ? encodeCursor(last.no) : null };
}

export function shown(line: KeptLine): Entry {
  const { no, actorId, actorName, action, subject, purpose, address, detail } = line;
  return { no, at: line.at.toISOString(), actorId, actorName, action, subject, purpose, address, detail, hash: line.hash.toString('hex') };
}
