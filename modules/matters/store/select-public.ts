import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import type { Cursor } from '../rules/cursor.ts';
import { underAreas } from '../rules/visible.ts';
import { runRaw } from './run-raw.ts';

/** A published matter as far as the public may come near it. Title and text are those of the publication, never those of the matter. */
export interface PublicRow {
  id: string;
  number: string;
  title: string;
  body: string | null;
  category: string | null;
  areaCode: string;
  /** Coarse unless the category is among the exact ones; the exact place never leaves the database. */
  longitude: number | null;
  latitude: number | null;
  state: string;
  leadId: string | null;
  openedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  /** Not for the public as it is: the module of the kind picks from it and redacts. */
  details: Record<string, unknown>;
  /** Mean of what reporters answered, 1 to 5. */
  satisfaction: number | null;
  photos: { id: string; stage: string }[];
  /** What the list is sorted by, as the engine writes it. */
  key: string;
}

export interface PublicWanted {
  kind: string;
  /** Ended states in which a publication goes on being shown. */
  shown: readonly string[];
  /** Categories whose places are shown as they are; all others on a raster of a thousandth of a degree. */
  exact: readonly string[];
  phase?: 'open' | 'ended' | undefined;
  states?: readonly string[] | undefined;
  areas?: readonly string[] | undefined;
  categories?: readonly string[] | undefined;
  /** Words in the published title or text. */
  text?: string | undefined;
  /** west, south, east, north in degrees, of the places as they are shown. */
  box?: readonly [number, number, number, number] | undefined;
  number?: string | undefined;
}

const raster = 0.001;
const place = (exact: readonly string[]) =>
  sql`case when m.category = any(${exact}::text[]) then m.location else ST_SnapToGrid(m.location, ${raster}::float8) end`;

/** What is published of a kind: never what is confidential. Places are filtered as they are shown, or asking often would find the exact one. */
function conditions(wanted: PublicWanted): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [
    sql`m.public`,
    sql`not m.confidential`,
    sql`m.kind = ${wanted.kind}`,
    sql`(m.closed_at is null or m.state = any(${wanted.shown}::text[]))`,
  ];
  if (wanted.phase) all.push(wanted.phase === 'open' ? sql`m.closed_at is null` : sql`m.closed_at is not null`);
  if (wanted.states) all.push(sql`m.state = any(${wanted.states}::text[])`);
  if (wanted.areas) all.push(underAreas(wanted.areas));
  if (wanted.categories) all.push(sql`m.category = any(${wanted.categories}::text[])`);
  if (wanted.number) all.push(sql`m.number = ${wanted.number}`);
  if (wanted.text)
    all.push(
      sql`position(lower(${wanted.text}) in lower(concat_ws(' ', m.details->'publication'->>'title', m.details->'publication'->>'body', m.number))) > 0`,
    );
  if (wanted.box) {
    const [west, south, east, north] = wanted.box;
    const box = (margin: number) =>
      sql`ST_MakeEnvelope(${west - margin}::float8, ${south - margin}::float8, ${east + margin}::float8, ${north + margin}::float8, 4326)`;
    all.push(sql`m.location && ${box(raster)}`, sql`(${place(wanted.exact)}) && ${box(0)}`);
  }
  return sql.join(all, sql` and `);
}

const columns = (
  exact: readonly string[],
) => sql`m.id, m.number, coalesce(m.details->'publication'->>'title', '') as title, m.details->'publication'->>'body' as body,
  m.category, m.area_code as "areaCode", ST_X(${place(exact)}) as longitude, ST_Y(${place(exact)}) as latitude, m.state, m.lead_id as "leadId",
  m.opened_at as "openedAt", m.due_at as "dueAt", m.closed_at as "closedAt", m.outcome, m.details,
  (select avg(r.satisfaction)::float8 from matters.rating r where r.matter_id = m.id and r.by in ('reporter', 'call-back')) as satisfaction,
  coalesce((select json_agg(json_build_object('id', f.id, 'stage', f.stage) order by f.at, f.id) from matters.file f
    where f.matter_id = m.id and f.visibility = 'public' and f.kind = 'photo'), '[]') as photos`;

/** One keyset page, newest first: the open by when they were opened, the ended by when they were closed. */
export function selectPublicPage(
  connection: Connection,
  wanted: PublicWanted & { phase: 'open' | 'ended' },
  after: Cursor | null,
  limit: number,
): Promise<PublicRow[]> {
  const at = wanted.phase === 'open' ? sql`m.opened_at` : sql`m.closed_at`;
  const behind = after ? sql`(${at}, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  return runRaw(
    connection,
    sql<PublicRow>`select ${columns(wanted.exact)}, ${at}::text as key from matters.matter m where ${conditions(wanted)} and ${behind} order by ${at} desc, m.id desc limit ${limit}`,
  );
}

/** The nearest within so many metres of a point, measured to the places as they are shown. */
export function selectPublicNear(
  connection: Connection,
  wanted: PublicWanted,
  from: { longitude: number; latitude: number; metres: number },
  limit: number,
): Promise<(PublicRow & { metres: number })[]> {
  const point = sql`ST_SetSRID(ST_MakePoint(${from.longitude}::float8, ${from.latitude}::float8), 4326)`;
  const wide = from.metres / (111_000 * Math.max(0.01, Math.cos((from.latitude * Math.PI) / 180))) + 2 * raster;
  const distance = sql`ST_DistanceSphere(${place(wanted.exact)}, ${point})`;
  return runRaw(
    connection,
    sql<PublicRow & { metres: number }>`select ${columns(wanted.exact)}, '' as key, ${distance} as metres from matters.matter m
      where ${conditions(wanted)} and m.location && ST_Expand(${point}, ${wide}::float8) and ${distance} <= ${from.metres}::float8 order by metres, m.id limit ${limit}`,
  );
}

export interface PublicEntry {
  at: Date;
  action: string;
  to: string;
  organisationId: string | null;
  note: string | null;
}

/** One published matter with the entries of its history that are meant for everybody. */
export async function selectPublicOne(
  connection: Connection,
  wanted: PublicWanted & { number: string },
): Promise<(PublicRow & { entries: PublicEntry[] }) | undefined> {
  const [row] = await runRaw(
    connection,
    sql<PublicRow>`select ${columns(wanted.exact)}, '' as key from matters.matter m where ${conditions(wanted)}`,
  );
  if (!row) return undefined;
  const entries = await connection.query<PublicEntry>(
    `select at, action, to_state as "to", organisation_id as "organisationId", note from matters.entry where matter_id = $1 and visibility = 'public' order by no`,
    [row.id],
  );
  return { ...row, entries };
}

export interface PublicCount {
  /** The area code cut to the length asked for, or shorter where the matter lies no deeper. */
  areaCode: string;
  category: string | null;
  ended: boolean;
  count: number;
  /** Ended by the due time. */
  onTime: number;
  /** Not ended and past the due time. */
  late: number;
  /** Answers about satisfaction, and those of at least the grade asked for. */
  answers: number;
  satisfied: number;
}

/** Published matters counted by area, category and being ended, from one pass over what is published. */
export function countPublic(
  connection: Connection,
  wanted: PublicWanted,
  by: { codeLength: number; satisfiedFrom: number; now: Date },
): Promise<PublicCount[]> {
  return runRaw(
    connection,
    sql<PublicCount>`select x.area_code as "areaCode", x.category, x.ended, count(*) as count, count(*) filter (where x.on_time) as "onTime", count(*) filter (where x.late) as late,
      coalesce(sum(x.answers), 0)::int as answers, coalesce(sum(x.satisfied), 0)::int as satisfied
      from (select left(m.area_code, ${by.codeLength}::int) as area_code, m.category, m.closed_at is not null as ended, coalesce(m.closed_at <= m.due_at, m.closed_at is not null) as on_time,
        coalesce(m.closed_at is null and m.due_at < ${by.now}::timestamptz, false) as late, r.answers, r.satisfied
        from matters.matter m left join lateral (select count(*) as answers, count(*) filter (where r.satisfaction >= ${by.satisfiedFrom}) as satisfied from matters.rating r
          where r.matter_id = m.id and r.by in ('reporter', 'call-back') and r.satisfaction is not null) r on m.closed_at is not null
        where ${conditions(wanted)}) x group by 1, 2, 3`,
  );
}
