import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteInterface, types } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { Compilable } from 'kysely';
import { applicationRole, type Connection, type Database } from './database.ts';

const parsers = {
  [types.INT8]: Number,
  [types.NUMERIC]: Number,
  [types.DATE]: (text: string) => text,
  [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex'),
};

type Client = Pick<PGliteInterface, 'query'>;

function connection(client: Client): Connection {
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
  });
  await db.exec(`set timezone to 'UTC'; set jit to off; create extension if not exists postgis;
    do $$ begin if not exists (select 1 from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole} nologin; end if; end $$;
    do $$ begin execute format('grant create, connect, temporary on database %I to ${applicationRole}', current_database()); end $$;
    grant usage on schema public to ${applicationRole}; set role ${applicationRole};`);
  return {
    ...connection(db),
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
      return db.transaction((tx) => work(connection(tx)));
    },
    async close() {
      await db.close();
    },
  };
}
