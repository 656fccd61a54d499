import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from './run-raw.ts';

export interface SimilarWanted {
  kind: string;
  /** Where the other thing is; null where only its area is known. */
  longitude: number | null;
  latitude: number | null;
  /** Matters so many metres around the place are compared. */
  metres: number;
  /** Matters under this code are compared by wording; null takes the newest of all. */
  areaCode: string | null;
  grams: readonly string[];
  /** The rarest of the grams: matters that have two of them are found however many are newer. */
  telling: readonly string[];
  since: Date;
  exclude: string | null;
  limit: number;
}

export interface SimilarRow {
  id: string;
  body: string;
  metres: number | null;
  openedAt: Date;
  /** Grams in common, and how many the matter has. */
  shared: number;
  total: number;
}

/** So many of the newest matters of an area are compared by all their words. */
const newest = 2000;
/** So many texts with telling words are looked at, which bounds the time where words that seemed rare are not. */
const looked = 20_000;

const quoted = (gram: string) => `'${gram.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A `tsquery` for texts with two of the grams, or with the only one. The index reads the list of each gram once, whatever the number of pairs. */
export function twoOf(grams: readonly string[]): string {
  const words = grams.map(quoted);
  if (words.length < 2) return words.join('');
  return words
    .slice(0, -1)
    .map((word, at) => `${word} & (${words.slice(at + 1).join(' | ')})`)
    .join(' | ');
}

/**
 * Matters that lie near a place or share words, each with how near and how much. Three ways, each along its own index, put together: the place
 * by GiST, all words among the newest matters of the area, the telling words by GIN among all of the time.
 */
export function selectSimilar(connection: Connection, wanted: SimilarWanted, visible: RawBuilder<boolean>): Promise<SimilarRow[]> {
  const { longitude, latitude, grams } = wanted;
  const common = sql`m.kind = ${wanted.kind} and m.opened_at >= ${wanted.since} and m.id is distinct from ${wanted.exclude}::uuid and ${visible}`;
  const placed = longitude !== null && latitude !== null;
  const point = sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)`;
  const metres = placed ? sql`ST_DistanceSphere(m.location, ${point})` : sql`null::float8`;
  // A degree of latitude is 111 km everywhere; one of longitude is shorter by the cosine.
  const up = wanted.metres / 111_000;
  const aside = up / Math.max(0.01, Math.cos(((latitude ?? 0) * Math.PI) / 180));
  const words = grams.map(quoted).join(' | ');
  const inArea = wanted.areaCode === null ? sql`true` : sql`m.area_code >= ${wanted.areaCode} and m.area_code < ${`${wanted.areaCode}:`}`;
  const shared = sql`(select count(*) from unnest(tsvector_to_array(w.grams)) g where g = any(${grams}::text[]))`;
  const ways: RawBuilder<unknown>[] = [];
  if (placed)
    ways.push(
      sql`(select m.id from matters.matter m where m.location && ST_Expand(${point}, ${aside}::float8, ${up}::float8) and ${metres} <= ${wanted.metres} and ${common} order by ${metres}, m.id limit ${wanted.limit})`,
    );
  if (grams.length > 0)
    ways.push(
      sql`(select n.id from (select m.id from matters.matter m where ${inArea} and ${common} order by m.opened_at desc limit ${newest}) n
        join matters.wording w on w.matter_id = n.id and w.grams @@ ${words}::tsquery
        order by ${shared} desc, n.id limit ${wanted.limit})`,
    );
  if (wanted.telling.length > 0)
    ways.push(
      // Words first, then each matter by its key, whatever the planner believes: without statistics it would read all texts again for every matter.
      sql`(with told as materialized (select w.matter_id, w.grams from matters.wording w where w.grams @@ ${twoOf(wanted.telling)}::tsquery limit ${looked})
        select m.id from told w cross join lateral (select * from matters.matter m where m.id = w.matter_id offset 0) m where ${inArea} and ${common}
        order by ${shared} desc, m.id limit ${wanted.limit})`,
    );
  if (ways.length === 0) return Promise.resolve([]);
  return runRaw(
    connection,
    sql<SimilarRow>`select m.id, m.body, ${metres} as metres, m.opened_at as "openedAt",
      ${shared} as shared, coalesce(length(w.grams), 0) as total
      from (${sql.join(ways, sql` union `)}) c join matters.matter m on m.id = c.id left join matters.wording w on w.matter_id = m.id`,
  );
}
