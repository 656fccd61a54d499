import { hostname } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Compilable } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from './copy-text.ts';
import { applicationRole, type Connection, type Database } from './database.ts';

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type Trace = (statement: { text: string; values: readonly unknown[]; name?: string }) => void;

interface Options {
  url: string;
  /** Connections of this process; two cores serve few. */
  connections?: number;
  /** Milliseconds after which the server cancels a statement. */
  statementTimeout?: number;
  /** Sees every statement before it is sent: for the bench, which sends the same ones without us. */
  trace?: Trace;
}

function connection(client: pg.Pool | pg.PoolClient, trace?: Trace): Connection {
  const query = async <T>(text: string, values: readonly unknown[] = [], name?: string) => {
    trace?.({ text, values, ...(name ? { name } : {}) });
    const result = await client.query({ text, values: values as unknown[], ...(name ? { name } : {}) });
    return result.rows as T[];
  };
  return {
    query,
    run<T>(built: Compilable<T>) {
      const { sql, parameters } = built.compile();
      return query<T>(sql, parameters);
    },
    async copy(table, columns, rows) {
      const lent = client instanceof pg.Pool ? await client.connect() : client;
      try {
        await pipeline(Readable.from(copyText(rows)), lent.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
      } finally {
        if (lent !== client) (lent as pg.PoolClient).release();
      }
    },
  };
}

/**
 * Opens PostgreSQL 15+ with PostGIS. A login that bypasses row-level security steps down to the application role.
 * Fails with the driver's error when the server cannot be reached.
 */
export async function openPostgres({ url, connections = 10, statementTimeout = 60_000, trace }: Options): Promise<Database> {
  const first = new pg.Client({ connectionString: url });
  await first.connect();
  let stepsDown = false;
  try {
    stepsDown = await prepareRole(first);
  } finally {
    await first.end();
  }
  const options = [
    stepsDown ? `-c role=${applicationRole}` : '',
    `-c statement_timeout=${statementTimeout}`,
    '-c timezone=UTC',
    '-c jit=off',
    // Many short questions share few cores: workers that one of them gathers are taken from the others, and cost more than they bring.
    '-c max_parallel_workers_per_gather=0',
  ].join(' ');
  // Processes of the product find each other by it.
  const application_name = `gongzhi ${process.pid}@${hostname()}`.slice(0, 63);
  const pool = new pg.Pool({ connectionString: url, max: connections, types, options, application_name, idleTimeoutMillis: 30_000 });
  // An idle client that loses its server is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    ...connection(pool, trace),
    engine: 'postgres',
    stepsDown,
    native: pool,
    async script(text) {
      await pool.query(text);
    },
    async executeSql(text, values = []) {
      // Several statements at once give a list of results: the rows of all of them are meant.
      const results = [await pool.query(text, values)].flat() as pg.QueryResult[];
      return { rows: results.flatMap((result) => result.rows), rowCount: results.at(-1)?.rowCount ?? 0 };
    },
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(connection(client, trace));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async close() {
      await pool.end();
    },
  };
}

/** Creates the application role where the login may, and says whether the login has to step down to it. */
async function prepareRole(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user');
  if (!rows[0]?.bypasses) return false;
  // Two processes may start at once: the advisory lock makes the second find the role.
  await client.query('select pg_advisory_lock(720001)');
  try {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [applicationRole]);
    if (known.rowCount === 0) await client.query(`create role ${applicationRole} nologin`);
    await client.query(`grant ${applicationRole} to current_user`);
    await client.query(
      `do $$ begin execute format('grant create, connect, temporary on database %I to ${applicationRole}', current_database()); end $$`,
    );
    await client.query('create extension if not exists postgis');
    await client.query(`grant usage on schema public to ${applicationRole}`);
    return true;
  } finally {
    await client.query('select pg_advisory_unlock(720001)');
  }
}
