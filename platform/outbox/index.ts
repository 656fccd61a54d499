import type { Connection, Database } from '../database/index.ts';
import { factHorizon } from './horizon.ts';

export { skipFacts } from './skip-facts.ts';
export { type FactPosition, factHead, factsAfter } from './tail.ts';

/** Facts that a consumer is given at once. */
export const factBatch = 2000;

/** Something that happened, published in the transaction in which it happened. */
export interface Fact<Data = Record<string, unknown>> {
  id: number;
  tx: string;
  at: Date;
  /** Past tense with its subject: `case-closed`. */
  name: string;
  subject: string | null;
  areaCode: string | null;
  data: Data;
}

/** Reads facts in order, each exactly once: what it writes through `tx` is committed together with how far it has read. */
export interface FactConsumer {
  /** Stable name under which progress is kept. */
  name: string;
  /** Names of facts it wants; every fact where absent. */
  facts?: readonly string[];
  consume(facts: Fact[], tx: Connection): Promise<void>;
}

/** The `with` item that publishes inside a data-modifying statement; parameters are given by position. */
export async function publish(connection: Connection, facts: Pick<Fact, 'at' | 'name' | 'subject' | 'areaCode' | 'data'>[]): Promise<void> {
  if (facts.length === 0) return;
  await connection.query(
    `insert into platform.fact (at, name, subject, area_code, data)
     select f.at, f.name, f.subject, f.area_code, f.data from jsonb_to_recordset($1::jsonb) as f(at timestamptz, name text, subject uuid, area_code text, data jsonb)`,
    [
      JSON.stringify(
        facts.map((fact) => ({ at: fact.at, name: fact.name, subject: fact.subject, area_code: fact.areaCode, data: fact.data })),
      ),
    ],
  );
}

/**
 * Gives a consumer its next facts, at most `most`; returns how many there were. Two workers never serve one consumer at once.
 * Order is by transaction, and only transactions older than every running one of this database are read, so none is skipped.
 */
export async function deliver(database: Database, consumer: FactConsumer, most = factBatch): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query('insert into platform.cursor (consumer) values ($1) on conflict do nothing', [consumer.name]);
    const [cursor] = await tx.query<{ tx: string; id: number }>(
      'select tx::text, id from platform.cursor where consumer = $1 for update skip locked',
      [consumer.name],
    );
    if (!cursor) return 0;
    const horizon = await factHorizon(tx);
    const rows = await tx.query<{
      id: number;
      tx: string;
      at: Date;
      name: string;
      subject: string | null;
      area_code: string | null;
      data: Record<string, unknown>;
    }>(
      `select id, tx::text as tx, at, name, subject, area_code, data from platform.fact
       where (tx, id) > ($1::xid8, $2) and tx < $4::xid8 order by fact.tx, fact.id limit $3`,
      [cursor.tx, cursor.id, most, horizon],
    );
    const last = rows.at(-1);
    if (!last) return 0;
    const wanted = rows
      .filter((row) => !consumer.facts || consumer.facts.includes(row.name))
      .map(({ area_code, ...row }) => ({ ...row, areaCode: area_code }));
    if (wanted.length > 0) await consumer.consume(wanted, tx);
    await tx.query('update platform.cursor set tx = $2::xid8, id = $3, at = now() where consumer = $1', [consumer.name, last.tx, last.id]);
    return rows.length;
  });
}

/** Deletes facts that every consumer has read and that are older than the days given. */
export async function forgetFacts(database: Database, days = 400): Promise<void> {
  await database.query(
    `delete from platform.fact where at < now() - make_interval(days => $1) and (tx, id) <= (select tx, id from platform.cursor order by tx, id limit 1)`,
    [days],
  );
}
