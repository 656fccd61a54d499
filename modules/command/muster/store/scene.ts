import type { Connection } from '@gongzhi/platform/database';
import { constraintRefusal } from '@gongzhi/platform/problems';
import { musterProblems } from '../problems.ts';

export interface PostRow {
  id: string;
  name: string;
  wanted: number;
  longitude: number | null;
  latitude: number | null;
}
export interface ShiftRow {
  id: string;
  postId: string;
  responderId: string;
  name: string;
  from: Date;
  until: Date;
  endedAt: Date | null;
}

export async function insertPost(tx: Connection, musterId: string, post: PostRow): Promise<void> {
  try {
    await tx.query('insert into command.muster_post (id, muster_id, name, wanted, longitude, latitude) values ($1, $2, $3, $4, $5, $6)', [
      ...[post.id, musterId, post.name, post.wanted, post.longitude, post.latitude],
    ]);
  } catch (error) {
    throw constraintRefusal(error, { muster_post_once: () => musterProblems['muster-post-taken']({ detail: post.name }) });
  }
}

export async function selectPosts(connection: Connection, musterId: string): Promise<PostRow[]> {
  return connection.query<PostRow>(
    'select id, name, wanted, longitude, latitude from command.muster_post where muster_id = $1 order by name collate "C"',
    [musterId],
  );
}

/** Shifts of a muster, those that run first; the last 500. */
export async function selectShifts(connection: Connection, musterId: string): Promise<ShiftRow[]> {
  return connection.query<ShiftRow>(
    `select s.id, s.post_id as "postId", s.responder_id as "responderId", r.name, s.from_at as from, s.until_at as until, s.ended_at as "endedAt"
     from command.muster_shift s join command.muster_responder r on r.id = s.responder_id where s.muster_id = $1
     order by s.ended_at is not null, s.from_at desc, s.id limit 500`,
    [musterId],
  );
}

export interface NewShift {
  id: string;
  postId: string;
  responderId: string;
  from: Date;
  until: Date;
}

/**
 * Begins a shift, and ends the one that it relieves in the same statement. Whether the person stands on a shift already is for the index to say,
 * here or in another muster, however many ask at once. False where the shift to be relieved has ended meanwhile.
 */
export async function insertShift(tx: Connection, musterId: string, shift: NewShift, relieved: string | null): Promise<boolean> {
  try {
    const rows = await tx.query(
      `with ended as (
         update command.muster_shift set ended_at = $6 where id = $7::uuid and muster_id = $2 and ended_at is null returning 1
       )
       insert into command.muster_shift (id, muster_id, post_id, responder_id, from_at, until_at)
       select $1, $2, $3, $4, $6, $5 where $7::uuid is null or exists (select from ended) returning 1`,
      [shift.id, musterId, shift.postId, shift.responderId, shift.until, shift.from, relieved],
    );
    return rows.length > 0;
  } catch (error) {
    throw constraintRefusal(error, { muster_shift_one: () => musterProblems['on-shift-already']() });
  }
}

export interface NeedRow {
  id: string;
  what: string;
  amount: string | null;
  at: Date;
  by: string;
  metAt: Date | null;
  metBy: string | null;
}

export async function insertNeed(tx: Connection, musterId: string, need: NeedRow): Promise<void> {
  await tx.query('insert into command.muster_need (id, muster_id, what, amount, at, by_name) values ($1, $2, $3, $4, $5, $6)', [
    ...[need.id, musterId, need.what, need.amount, need.at, need.by],
  ]);
}

/** False where it was met before, null where there is none. */
export async function meetNeed(tx: Connection, musterId: string, id: string, at: Date, by: string): Promise<boolean | null> {
  const [row] = await tx.query<{ met: boolean }>(
    `with met as (update command.muster_need set met_at = $3, met_by = $4 where muster_id = $1 and id = $2 and met_at is null returning id)
     select exists (select from met) as met from command.muster_need where muster_id = $1 and id = $2`,
    [musterId, id, at, by],
  );
  return row ? row.met : null;
}

export async function selectNeeds(connection: Connection, musterId: string): Promise<NeedRow[]> {
  return connection.query<NeedRow>(
    `select id, what, amount, at, by_name as by, met_at as "metAt", met_by as "metBy" from command.muster_need where muster_id = $1 order by met_at is not null, at desc limit 200`,
    [musterId],
  );
}

export interface CountRow {
  id: string;
  at: Date;
  by: string;
  endedAt: Date | null;
  expected: number;
  safe: number;
}

/** Safety counts, the last first; a running one counts now. */
export async function selectCounts(connection: Connection, musterId: string): Promise<CountRow[]> {
  return connection.query<CountRow>(
    `select c.id, c.at, c.by_name as by, c.ended_at as "endedAt",
       coalesce(c.expected, count(m.*) filter (where m.signed_at is not null and m.left_at is null))::int as expected,
       coalesce(c.safe, count(m.*) filter (where m.signed_at is not null and m.left_at is null and m.safe_at >= c.at))::int as safe
     from command.muster_count c left join command.muster_member m on m.muster_id = c.muster_id and c.ended_at is null
     where c.muster_id = $1 group by c.id order by c.at desc limit 50`,
    [musterId],
  );
}
