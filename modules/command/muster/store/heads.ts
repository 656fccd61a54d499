import type { Connection } from '@gongzhi/platform/database';

export interface HeadRow {
  id: string;
  number: string;
  areaCode: string;
  title: string;
  rehearsal: boolean;
  code: string;
  longitude: number | null;
  latitude: number | null;
  radius: number;
  calledAt: Date;
  endedAt: Date | null;
}
const columns = `h.id, h.number, h.area_code as "areaCode", h.title, h.rehearsal, h.code, h.longitude, h.latitude, h.radius, h.called_at as "calledAt", h.ended_at as "endedAt"`;

export async function insertHead(tx: Connection, head: HeadRow): Promise<void> {
  await tx.query(
    `insert into command.muster_head (id, number, area_code, title, rehearsal, code, longitude, latitude, radius, called_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[head.id, head.number, head.areaCode, head.title, head.rehearsal, head.code, head.longitude, head.latitude],
      ...[head.radius, head.calledAt, head.endedAt],
    ],
  );
}

/** Codes of the musters that go on. */
export async function codesInUse(connection: Connection): Promise<Map<string, string>> {
  const rows = await connection.query<{ id: string; code: string }>('select id, code from command.muster_head where ended_at is null');
  return new Map(rows.map((row) => [row.id, row.code]));
}

export async function headByNumber(connection: Connection, number: string): Promise<HeadRow | null> {
  const [row] = await connection.query<HeadRow>(`select ${columns} from command.muster_head h where h.number = $1`, [number]);
  return row ?? null;
}

export async function headById(connection: Connection, id: string): Promise<HeadRow | null> {
  const [row] = await connection.query<HeadRow>(`select ${columns} from command.muster_head h where h.id = $1`, [id]);
  return row ?? null;
}

export interface MusterFigures {
  called: number;
  received: number;
  declined: number;
  signedIn: number;
  left: number;
  minutesToSignIn: number | null;
}
const figures = `count(m.*)::int as called, count(*) filter (where m.coming)::int as received, count(*) filter (where not m.coming)::int as declined,
  count(m.signed_at)::int as "signedIn", count(m.left_at) filter (where m.signed_at is not null)::int as "left",
  round(percentile_cont(0.5) within group (order by extract(epoch from m.signed_at - m.called_at) / 60))::int as "minutesToSignIn"`;

/** Musters under areas, newest first, with their figures; real ones or rehearsals, never both. */
export async function selectHeads(
  connection: Connection,
  areas: readonly string[],
  rehearsal: boolean,
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<(HeadRow & MusterFigures)[]> {
  return connection.query(
    `with shown as (
       select h.* from command.muster_head h
       where h.rehearsal = $2 and exists (select from unnest($1::text[]) as reach(code) where starts_with(h.area_code, reach.code))
         and ($3::timestamptz is null or (h.called_at, h.id) < ($3, $4::uuid)) order by h.called_at desc, h.id desc limit $5
     )
     select ${columns}, f.* from shown h cross join lateral (select ${figures} from command.muster_member m where m.muster_id = h.id) f
     order by h.called_at desc, h.id desc`,
    [areas, rehearsal, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function figuresOf(connection: Connection, musterId: string): Promise<MusterFigures> {
  const [row] = await connection.query<MusterFigures>(`select ${figures} from command.muster_member m where m.muster_id = $1`, [musterId]);
  return row!;
}

/** Ends a muster: its code, its shifts, its safety count; everybody there has left. */
export async function endMuster(tx: Connection, musterId: string, at: Date): Promise<void> {
  await endCount(tx, musterId, at);
  await tx.query('update command.muster_shift set ended_at = $2 where muster_id = $1 and ended_at is null', [musterId, at]);
  await tx.query('update command.muster_member set left_at = $2 where muster_id = $1 and signed_at is not null and left_at is null', [
    musterId,
    at,
  ]);
  await tx.query('update command.muster_head set ended_at = $2 where id = $1', [musterId, at]);
}

const there = 'm.signed_at is not null and m.left_at is null';

/** How many of those there a running count still misses; null where none runs. */
export async function missingNow(connection: Connection, musterId: string): Promise<number | null> {
  const [row] = await connection.query<{ missing: number }>(
    `select count(*) filter (where ${there} and (m.safe_at is null or m.safe_at < c.at))::int as missing
     from command.muster_count c left join command.muster_member m on m.muster_id = c.muster_id where c.muster_id = $1 and c.ended_at is null group by c.id`,
    [musterId],
  );
  return row?.missing ?? null;
}

async function endCount(tx: Connection, musterId: string, at: Date): Promise<void> {
  await tx.query(
    `update command.muster_count c set ended_at = $2, expected = f.expected, safe = f.safe
     from (select count(*) filter (where ${there})::int as expected, count(*) filter (where ${there} and m.safe_at >= o.at)::int as safe
       from command.muster_count o left join command.muster_member m on m.muster_id = o.muster_id where o.muster_id = $1 and o.ended_at is null) f
     where c.muster_id = $1 and c.ended_at is null`,
    [musterId, at],
  );
}

/** Begins a safety count; one that everybody has answered is ended by it. */
export async function insertCount(tx: Connection, count: { id: string; musterId: string; at: Date; by: string }): Promise<void> {
  await endCount(tx, count.musterId, count.at);
  await tx.query('insert into command.muster_count (id, muster_id, at, by_name) values ($1, $2, $3, $4)', [
    count.id,
    count.musterId,
    count.at,
    count.by,
  ]);
}
