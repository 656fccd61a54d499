import type { Connection } from '@gongzhi/platform/database';
import type { GramShares } from '../rules/telling-grams.ts';

/** What the database's own statistics say of the grams; nothing is known before it has first gathered them. */
export async function selectGramShares(connection: Connection): Promise<GramShares> {
  const [row] = await connection.query<{ texts: number; grams: string[] | null; shares: number[] | null }>(
    `select greatest(c.reltuples, 0)::float8 as texts, s.most_common_elems::text::text[] as grams, s.most_common_elem_freqs::float8[] as shares
     from pg_class c left join pg_stats s on s.schemaname = 'matters' and s.tablename = 'wording' and s.attname = 'grams'
     where c.oid = 'matters.wording'::regclass`,
  );
  const grams = row?.grams ?? [];
  const shares = row?.shares ?? [];
  // Behind the shares of the grams stand the least and the greatest of them.
  return {
    texts: row?.texts ?? 0,
    shares: new Map(grams.map((gram, at) => [gram, shares[at] as number])),
    otherwise: shares[grams.length] ?? 0,
  };
}
