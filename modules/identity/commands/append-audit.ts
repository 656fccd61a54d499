import type { Audit } from '@gongzhi/platform/module';
import { auditHash, auditSeal } from '../rules/audit-hash.ts';
import { keepable, keepableDetail } from '../rules/audit-text.ts';
import type { Keys } from '../rules/keys.ts';
import { append, lockHead } from '../store/audit-entries.ts';

/**
 * Appends to the audit log in the caller's transaction. It locks the end of the chain until that transaction ends, so it should be the last
 * thing that the transaction does: whoever audits next waits.
 */
export function createAuditWriter(keys: Keys, now: () => Date): Audit {
  return async (tx, entry) => {
    const head = await lockHead(tx);
    const line = {
      no: head.no + 1,
      at: now(),
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      actorName: keepable(entry.actor.name, 100),
      action: keepable(entry.action, 60),
      subject: entry.subject === undefined ? null : keepable(entry.subject, 200),
      purpose: entry.purpose === undefined ? null : keepable(entry.purpose, 500),
      address: entry.address === undefined ? null : keepable(entry.address, 64),
      detail: keepableDetail(entry.detail),
    };
    const hash = auditHash(head.hash, line);
    await append(tx, { ...line, hash }, auditSeal(keys.auditSeal, line.no, hash));
  };
}
