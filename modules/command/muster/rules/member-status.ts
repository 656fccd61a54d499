import type { memberStatuses } from '@gongzhi/contract/muster';

type Status = (typeof memberStatuses)[number];

/** How somebody who was called stands, said in one word. */
export function statusOf(member: { coming: boolean | null; signedAt: Date | null; leftAt: Date | null }): Status {
  if (member.leftAt && member.signedAt) return 'left';
  if (member.signedAt) return 'signed-in';
  if (member.coming === null) return 'called';
  return member.coming ? 'received' : 'declined';
}

/** Whether a running safety count still waits for somebody. */
export function asked(member: { signedAt: Date | null; leftAt: Date | null; safeAt: Date | null; countAt: Date | null }): boolean {
  return (
    member.countAt !== null &&
    member.signedAt !== null &&
    member.leftAt === null &&
    (member.safeAt === null || member.safeAt < member.countAt)
  );
}
