import type { Connection } from '@gongzhi/platform/database';
import type { ResponderRow } from './call-people.ts';

export interface MemberToCopy {
  responderId: string;
  calledAt: Date;
  coming: boolean | null;
  answeredAt: Date | null;
  signedAt: Date | null;
  signedBy: string | null;
  safeAt: Date | null;
  leftAt: Date | null;
}

/** What there is at the scene of a muster that has ended. */
export interface SceneToCopy {
  members: readonly MemberToCopy[];
  posts: readonly { id: string; name: string; wanted: number }[];
  shifts: readonly { id: string; postId: string; responderId: string; from: Date; until: Date; endedAt: Date }[];
  needs: readonly { id: string; what: string; amount: string; at: Date; by: string; metAt: Date; metBy: string }[];
  counts: readonly { id: string; at: Date; by: string; endedAt: Date; expected: number; safe: number }[];
}

export async function copyResponders(tx: Connection, rows: readonly ResponderRow[]): Promise<void> {
  await tx.copy(
    'command.muster_responder',
    ['id', 'name', 'resident_id', 'account_id', 'area_code', 'team', 'post', 'skills'],
    rows.map((row) => [row.id, row.name, row.residentId, row.accountId, row.areaCode, row.team, row.post, row.skills]),
  );
}

export async function copyMembers(tx: Connection, musterId: string, rows: readonly MemberToCopy[]): Promise<void> {
  await tx.copy(
    'command.muster_member',
    ['muster_id', 'responder_id', 'called_at', 'told_at', 'coming', 'answered_at', 'signed_at', 'signed_by', 'safe_at', 'left_at'],
    rows.map((row) => [
      ...[
        musterId,
        row.responderId,
        row.calledAt,
        row.calledAt,
        row.coming,
        row.answeredAt,
        row.signedAt,
        row.signedBy,
        row.safeAt,
        row.leftAt,
      ],
    ]),
  );
}

export async function copyScene(tx: Connection, musterId: string, { posts, shifts, needs, counts }: SceneToCopy): Promise<void> {
  await tx.copy(
    'command.muster_post',
    ['id', 'muster_id', 'name', 'wanted'],
    posts.map((row) => [row.id, musterId, row.name, row.wanted]),
  );
  await tx.copy(
    'command.muster_shift',
    ['id', 'muster_id', 'post_id', 'responder_id', 'from_at', 'until_at', 'ended_at'],
    shifts.map((row) => [row.id, musterId, row.postId, row.responderId, row.from, row.until, row.endedAt]),
  );
  await tx.copy(
    'command.muster_need',
    ['id', 'muster_id', 'what', 'amount', 'at', 'by_name', 'met_at', 'met_by'],
    needs.map((row) => [row.id, musterId, row.what, row.amount, row.at, row.by, row.metAt, row.metBy]),
  );
  await tx.copy(
    'command.muster_count',
    ['id', 'muster_id', 'at', 'by_name', 'ended_at', 'expected', 'safe'],
    counts.map((row) => [row.id, musterId, row.at, row.by, row.endedAt, row.expected, row.safe]),
  );
}
