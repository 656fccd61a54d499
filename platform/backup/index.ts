import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Connection, type Database, schemaVersion } from '../database/index.ts';
import { type Table, tablesOf } from './tables.ts';

export interface BackupFiles {
  /** Digests of all kept files. */
  list(): AsyncIterable<string> | Iterable<string>;
  read(digest: string): Promise<Buffer>;
  write(content: Buffer): Promise<unknown>;
}

interface Options {
  schemas: string[];
  files: BackupFiles;
  onProgress?(what: string, done: number, total: number | null): void;
}

const batch = 2000;
const facts = 'platform.fact';
const cursors = 'platform.cursor';

/**
 * Writes the whole product into one compressed file of JSON lines: rows as PostgreSQL writes them as text, so that nothing is lost
 * in between and a backup of one engine can be restored into the other. One snapshot: repeatable read. The master key is not in it.
 * The file appears under its name only when it is whole.
 */
export async function backup(database: Database, path: string, options: Options): Promise<{ rows: number; files: number; schema: string }> {
  const schema = await schemaVersion(database);
  let rows = 0;
  let files = 0;
  const unfinished = `${path}.unfinished`;
  await database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read');
    // Row-level security lets contact data out for a stated purpose only; in the file they stay encrypted as they are.
    await tx.query(`select set_config('gongzhi.purpose', 'backup', true)`);
    const lines = async function* () {
      yield { gongzhi: 1, schema, engine: database.engine, at: new Date().toISOString() };
      for (const table of await tablesOf(tx, options.schemas)) {
        if (table.name === 'platform.migration') continue;
        yield { table: table.name, columns: table.columns };
        for await (const row of rowsOf(tx, table)) {
          rows += 1;
          if (rows % 5000 === 0) options.onProgress?.(table.name, rows, null);
          yield row;
        }
      }
      for (const { sequence, value } of await tx.query<{ sequence: string; value: number }>(
        `select format('%I.%I', schemaname, sequencename) as sequence, last_value as value from pg_sequences where schemaname = any($1::text[]) and last_value is not null`,
        [options.schemas],
      ))
        yield { sequence, value };
      for await (const digest of options.files.list()) {
        files += 1;
        options.onProgress?.('files', files, null);
        yield { file: digest, content: (await options.files.read(digest)).toString('base64') };
      }
      yield { end: true, rows, files };
    };
    const text = async function* () {
      for await (const line of lines()) yield `${JSON.stringify(line)}\n`;
    };
    await pipeline(Readable.from(text()), createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }));
  });
  await rename(unfinished, path);
  return { rows, files, schema };
}

async function* rowsOf(tx: Connection, table: Table): AsyncGenerator<string> {
  // The order of facts depends on transaction numbers of this cluster; in the file they are simply numbered.
  if (table.name === facts) {
    let after = 0;
    for (;;) {
      const found = await tx.query<{ row: string; id: number }>(
        `select row(r.id, '1'::xid8, f.at, f.name, f.subject, f.area_code, f.data)::text as row, r.id from (select fact.id as old, fact.tx, row_number() over (order by fact.tx, fact.id) as id from platform.fact) r join platform.fact f on f.id = r.old where r.id > $1 order by r.id limit ${batch}`,
        [after],
      );
      for (const item of found) yield item.row;
      if (found.length < batch) return;
      after = found.at(-1)!.id;
    }
  }
  if (table.name === cursors) {
    for (const item of await tx.query<{ row: string }>(
      `select row(c.consumer, '1'::xid8, (select count(*) from platform.fact f where (f.tx, f.id) <= (c.tx, c.id)), c.at)::text as row from platform.cursor c`,
    ))
      yield item.row;
    return;
  }
  const columns = table.all.join(', ');
  const key = table.key.join(', ');
  let after: string | null = null;
  for (;;) {
    const found: { row: string; key: string }[] = await tx.query<{ row: string; key: string }>(
      `select row(${columns})::text as row, row(${key})::text as key from ${table.name} ${after === null ? '' : `where row(${key}) > (select ${table.key.map((column) => `r.${column}`).join(', ')} from (select ($1::${table.name}).*) r)`} order by ${key} limit ${batch}`,
      after === null ? [] : [after],
    );
    for (const item of found) yield item.row;
    if (found.length < batch) return;
    after = found.at(-1)!.row;
  }
}

/**
 * Fills an empty database, migrated to the same schema, from a backup. All or nothing. Throws in plain words for a file that is
 * cut off, of another schema, or when the database is not empty.
 */
export async function restore(database: Database, path: string, options: Options): Promise<{ rows: number; files: number }> {
  const schema = await schemaVersion(database);
  let rows = 0;
  let files = 0;
  let ended = false;
  await database.transaction(async (tx) => {
    await tx.query(`select set_config('gongzhi.purpose', 'restore', true)`);
    // What the first start has seeded gives way to what the backup holds.
    for (const table of (await tablesOf(tx, options.schemas)).reverse())
      if (table.name !== 'platform.migration') await tx.query(`delete from ${table.name}`);
    let table: { table: string; columns: string[] } | null = null;
    let waiting: string[] = [];
    const flush = async () => {
      if (table && waiting.length > 0)
        await tx.query(
          `insert into ${table.table} (${table.columns.join(', ')}) overriding system value select ${table.columns.map((column) => `(r.row).${column}`).join(', ')} from (select value::${table.table} as row from unnest($1::text[]) as value) r`,
          [waiting],
        );
      rows += waiting.length;
      waiting = [];
      options.onProgress?.(table?.table ?? '', rows, null);
    };
    const input = createReadStream(path).pipe(createGunzip());
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const item = JSON.parse(line) as string | Record<string, unknown>;
      if (typeof item === 'string') {
        waiting.push(item);
        if (waiting.length >= batch) await flush();
      } else if (item.gongzhi !== undefined) {
        if (item.schema !== schema)
          throw new Error(
            `The backup is of schema ${item.schema}, this database of ${schema}; restore it with the release that wrote it, then migrate.`,
          );
      } else if (item.table) {
        await flush();
        table = item as unknown as { table: string; columns: string[] };
      } else if (item.sequence) {
        await flush();
        await tx.query(`select setval($1::regclass, $2)`, [item.sequence, item.value]);
      } else if (item.file) {
        await options.files.write(Buffer.from(item.content as string, 'base64'));
        files += 1;
      } else if (item.end) {
        await flush();
        ended = true;
        if (item.rows !== rows) throw new Error(`The backup promises ${item.rows} rows and holds ${rows}.`);
      }
    }
    if (!ended) throw new Error('The backup is cut off: its last line is missing.');
  });
  return { rows, files };
}
