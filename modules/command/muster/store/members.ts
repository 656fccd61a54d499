import type { Connection } from '@gongzhi/platform/database';

export interface MemberRow {
  responderId: string;
  name: string;
  areaCode: string;
  team: string | null;
  post: string;
  skills: string[];
  calledAt: Date;
  coming: boolean | null;
  answeredAt: Date | null;
  signedAt: Date | null;
  signedBy: 'code' | 'place' | null;
  safeAt: Date | null;
  leftAt: Date | null;
  /** When the running safety count began. */
  countAt: Date | null;
  /** Name of the post on which the person stands now. */
  onShift: string | null;
  shiftFrom: Date | null;
  shiftUntil: Date | null;
}
const columns = `m.responder_id as "responderId", r.name, r.area_code as "areaCode", r.team, r.post, r.skills, m.called_at as "calledAt", m.coming,
  m.answered_at as "answeredAt", m.signed_at as "signedAt", m.signed_by as "signedBy", m.safe_at as "safeAt", m.left_at as "leftAt",
  c.at as "countAt", p.name as "onShift", s.from_at as "shiftFrom", s.until_at as "shiftUntil"`;
const from = `command.muster_member m join command.muster_responder r on r.id = m.responder_id
  left join command.muster_count c on c.muster_id = m.muster_id and c.ended_at is null
  left join command.muster_shift s on s.muster_id = m.muster_id and s.responder_id = m.responder_id and s.ended_at is null
  left join command.muster_post p on p.id = s.post_id`;

const conditions: Record<string, string> = {
  called: 'm.coming is null and m.signed_at is null',
  received: 'm.coming and m.signed_at is null',
  declined: 'not m.coming and m.signed_at is null',
  'signed-in': 'm.signed_at is not null and m.left_at is null',
  present: 'm.signed_at is not null and m.left_at is null',
  left: 'm.left_at is not null',
  missing: 'c.id is not null and m.signed_at is not null and m.left_at is null and (m.safe_at is null or m.safe_at < c.at)',
};

/** Those called, in the order of names. */
export async function selectMembers(
  connection: Connection,
  musterId: string,
  filter: { status: string | null; text: string | null; after: { name: string; id: string } | null; limit: number },
): Promise<MemberRow[]> {
  return connection.query<MemberRow>(
    `select ${columns} from ${from} where m.muster_id = $1 ${filter.status ? `and ${conditions[filter.status]}` : ''}
       and ($2::text is null or r.name like $2 or r.team like $2)
       and ($3::text is null or (r.name collate "C", r.id) > ($3, $4::uuid)) order by r.name collate "C", r.id limit $5`,
    [
      musterId,
      filter.text === null ? null : `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`,
      filter.after?.name ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
}

export async function memberOf(connection: Connection, musterId: string, responderId: string): Promise<MemberRow | null> {
  const [row] = await connection.query<MemberRow>(`select ${columns} from ${from} where m.muster_id = $1 and m.responder_id = $2`, [
    musterId,
    responderId,
  ]);
  return row ?? null;
}

export async function writeAnswer(
  tx: Connection,
  musterId: string,
  responderId: string,
  answer: { coming: boolean; reason: string | null; at: Date },
): Promise<void> {
  await tx.query(
    'update command.muster_member set coming = $3, reason = $4, answered_at = $5 where muster_id = $1 and responder_id = $2 and signed_at is null',
    [musterId, responderId, answer.coming, answer.reason, answer.at],
  );
}

/** The first sign-in stands; whoever signs in comes, whatever was answered before. */
export async function writeSignIn(
  tx: Connection,
  musterId: string,
  responderId: string,
  signed: { at: Date; by: string; metres: number | null },
): Promise<void> {
  await tx.query(
    `update command.muster_member set signed_at = $3, signed_by = $4, metres = $5, coming = true, answered_at = coalesce(answered_at, $3)
     where muster_id = $1 and responder_id = $2 and signed_at is null`,
    [musterId, responderId, signed.at, signed.by, signed.metres],
  );
}

export async function writeSafe(tx: Connection, musterId: string, responderId: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `update command.muster_member set safe_at = $3 where muster_id = $1 and responder_id = $2 and signed_at is not null and left_at is null returning 1`,
    [musterId, responderId, at],
  );
  return rows.length > 0;
}

/** The calls to an account or a resident, those that go on first. */
export async function selectMyCalls(
  connection: Connection,
  id: string,
): Promise<
  (Pick<MemberRow, 'responderId' | 'coming' | 'signedAt' | 'leftAt' | 'calledAt'> & {
    musterId: string;
    title: string;
    rehearsal: boolean;
    endedAt: Date | null;
  })[]
> {
  return connection.query(
    `select m.responder_id as "responderId", m.coming, m.signed_at as "signedAt", m.left_at as "leftAt", m.called_at as "calledAt", h.id as "musterId", h.title,
       h.rehearsal, h.ended_at as "endedAt"
     from command.muster_responder r join command.muster_member m on m.responder_id = r.id join command.muster_head h on h.id = m.muster_id
     where r.account_id = $1::uuid or r.resident_id = $1::uuid order by h.ended_at is not null, m.called_at desc limit 20`,
    [id],
  );
}

/** People of a muster by team, the largest first. */
export async function countByTeam(connection: Connection, musterId: string): Promise<{ team: string; called: number; signedIn: number }[]> {
  return connection.query(
    `select coalesce(r.team, r.post) as team, count(*)::int as called, count(m.signed_at)::int as "signedIn"
     from command.muster_member m join command.muster_responder r on r.id = m.responder_id where m.muster_id = $1 group by 1 order by 2 desc, 1 limit 30`,
    [musterId],
  );
}
