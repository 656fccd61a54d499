import { type ActContext, type Change, leadPart } from '@gongzhi/matters';
import type { TaskDetails } from './task-details.ts';
import { refusableBy } from './task-guards.ts';

/** What each act changes beyond its row in the table. */
export function taskChange(action: string, context: ActContext): Change {
  const input = context.input as { note?: string; reason?: string };
  const note = input.note ?? input.reason ?? null;
  const part = leadPart(context.matter);
  const known = context.matter.details as unknown as TaskDetails;
  switch (action) {
    case 'accept':
      return { note, parts: part ? [{ id: part.id, signedAt: context.now }] : [] };
    case 'refuse': {
      const rule = refusableBy(context)!;
      return { note: note ?? rule.zh, matter: { details: { ...known, refusedBy: rule } }, data: { rule: rule.code, ruleText: rule.zh } };
    }
    case 'report':
      return { note, parts: part ? [{ id: part.id, doneAt: context.now, result: note }] : [] };
    case 'return':
      return { note, parts: part ? [{ id: part.id, doneAt: null }] : [] };
    default:
      return { note };
  }
}
