import type { Compilable } from 'kysely';
import type { CopyValue } from './copy-text.ts';

export type Engine = 'postgres' | 'embedded';
export type Row = Record<string, unknown>;

/**
 * A place to send SQL: the database itself, or one open transaction.
 * Values arrive alike from both engines: `bigint`, `count` and `numeric` as numbers, `date` as 'YYYY-MM-DD',
 * `timestamptz` as Date, `bytea` as Buffer, `json` parsed.
 */
export interface Connection {
  /** Runs one statement. With `name` it is prepared once per connection and planned generically: only for hot statements of fixed text. */
  query<T = Row>(text: string, values?: readonly unknown[], name?: string): Promise<T[]>;
  /** Runs what the query builder has put together. */
  run<T>(query: Compilable<T>): Promise<T[]>;
  /**
   * Writes many rows with COPY, the quickest way in on both engines: checks, defaults and triggers work as with an insert, but nothing
   * is given back and a conflict fails. Each row has its values in the order of `columns`; names are put into the statement as they are.
   * Not for tables under row-level security. Fails with the engine's error, and none of the rows is there.
   */
  copy(table: string, columns: readonly string[], rows: Iterable<readonly CopyValue[]>): Promise<void>;
}

export interface Database extends Connection {
  readonly engine: Engine;
  /** Runs the work in one transaction; inside it only the given connection may be used, or the embedded engine waits for itself. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Runs several statements without values, such as a migration. */
  script(text: string): Promise<void>;
  /** What the jobs library needs to speak through the same connections. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number }>;
  /** Whether the login bypasses row-level security and therefore works under the application role. */
  readonly stepsDown: boolean;
  /** The driver itself, for copy streams, dumps and the bench: a `pg.Pool`, or a `PGlite`. */
  readonly native: unknown;
  close(): Promise<void>;
}

/** The role without superuser rights under which the product runs, so that row-level security holds for it. */
export const applicationRole = 'gongzhi_app';
