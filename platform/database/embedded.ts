import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteInterface, types } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { Compilable } from 'kysely';
import { copyText } from './copy-text.ts';
import { applicationRole, type Connection, type Database } from './database.ts';
import { openTransaction, runInside } from './inside.ts';

const parsers = {
  [types.INT8]: Number,
  [types.NUMERIC]: Number,
  [types.DATE]: (text: string) => text,
  [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex'),
};

type Client = Pick<PGliteInterface, 'query'>;

/** `transaction` opens one where none is open yet. */
function connection(client: Client, transaction: <T>(work: (client: Client) => Promise<T>) => Promise<T>): Connection {
  const query = async <T>(text: string, values: readonly unknown[] = []) => {
    const result = await client.query<T>(text, values as unknown[]);
    return result.rows as T[];
  };
  return {
    query,
    run<T>(built: Compilable<T>) {
      const { sql, parameters } = built.compile();
      return query<T>(sql, parameters);
    },
    async copy(table, columns, rows) {
      const blob = new Blob([...copyText(rows)]);
      // The engine takes the rows from a file of its own, which is left to the superuser. A failure takes the transaction with it, and
      // with that the role.
      await transaction(async (tx) => {
        await tx.query('set local role none');
        await tx.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], { blob });
        await tx.query(`set local role ${applicationRole}`);
      });
    },
  };
}

interface Options {
  /** Directory of the database; in memory where absent. */
  directory?: string;
  /** A dumped data directory to begin with, which is much quicker than initialising. */
  image?: string;
}

/**
 * Opens PGlite with PostGIS inside this process. One connection: statements and transactions wait for each other.
 * The first start initialises the cluster (about ten seconds without an image).
 */
export async function openEmbedded({ directory, image }: Options = {}): Promise<Database> {
  if (directory) mkdirSync(directory, { recursive: true });
  const fresh = !directory || !existsSync(join(directory, 'PG_VERSION'));
  const db = await PGlite.create({
    ...(directory ? { dataDir: directory } : {}),
    ...(fresh && image ? { loadDataDir: new Blob([readFileSync(image)]) } : {}),
    extensions: { postgis },
    parsers,
    // Nobody follows this engine: tables that are filled in the transaction that began them need no log of every row.
    startParams: [...PGlite.defaultStartParams, '-c', 'wal_level=minimal', '-c', 'max_wal_senders=0'],
  });
  await db.exec(`set timezone to 'UTC'; set jit to off; create extension if not exists postgis;
    do $$ begin if not exists (select 1 from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole} nologin; end if; end $$;
    do $$ begin execute format('grant create, connect, temporary on database %I to ${applicationRole}', current_database()); end $$;
    grant usage on schema public to ${applicationRole}; set role ${applicationRole};`);
  const outer = connection(db, (work) => db.transaction(work));
  return {
    query: (text, values, name) => (openTransaction(db) ?? outer).query(text, values, name),
    run: (built) => (openTransaction(db) ?? outer).run(built),
    copy: (table, columns, rows) => (openTransaction(db) ?? outer).copy(table, columns, rows),
    engine: 'embedded',
    stepsDown: true,
    native: db,
    async script(text) {
      await db.exec(text);
    },
    async executeSql(text, values = []) {
      // The jobs library sends several statements at once when it has no values to bind.
      if (values.length === 0) {
        const results = await db.exec(text);
        const last = results.findLast((result) => result.rows.length > 0) ?? results.at(-1);
        return { rows: last?.rows ?? [], rowCount: last?.affectedRows ?? 0 };
      }
      const result = await db.query(text, values);
      return { rows: result.rows, rowCount: result.affectedRows ?? 0 };
    },
    async transaction(work) {
      const open = openTransaction(db);
      if (open) return work(open);
      return db.transaction((tx) =>
        runInside(
          db,
          connection(tx, (inner) => inner(tx)),
          work,
        ),
      );
    },
    async close() {
      await db.close();
    },
  };
}
