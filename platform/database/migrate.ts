import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

export interface MigrationSource {
  /** The module, whose PostgreSQL schema has the same name. */
  module: string;
  /** Folder of timestamped `.sql` files. */
  folder: URL;
}

interface Migration {
  name: string;
  text: string;
  digest: string;
}

function read(source: MigrationSource): Migration[] {
  const folder = fileURLToPath(source.folder);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return { name: `${source.module}/${file.slice(0, -4)}`, text, digest: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Brings the schema forward: every migration once, in the order of modules and then of time stamps, each in its own transaction,
 * under one advisory lock, so that processes that start together wait for each other. Never backward.
 * Returns the names that were run now. Fails when a migration that ran was changed afterwards.
 */
export async function migrate(database: Database, sources: MigrationSource[]): Promise<string[]> {
  await database.script(`create schema if not exists platform;
    create table if not exists platform.migration (name text primary key, digest text not null, at timestamptz not null default now());`);
  const ran: string[] = [];
  for (const migration of sources.flatMap(read)) {
    const done = await database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(720002)');
      const [known] = await tx.query<{ digest: string }>('select digest from platform.migration where name = $1', [migration.name]);
      if (known && known.digest !== migration.digest)
        throw new Error(`migration ${migration.name} was changed after it had run; write a new one`);
      if (known) return false;
      for (const statement of statements(migration.text)) await tx.query(statement);
      await tx.query('insert into platform.migration (name, digest) values ($1, $2)', [migration.name, migration.digest]);
      return true;
    });
    if (done) ran.push(migration.name);
  }
  return ran;
}

/** The newest migration of all, which `GET /health` calls the schema version. */
export async function schemaVersion(database: Database): Promise<string> {
  const [row] = await database.query<{ version: string | null; count: number }>(
    `select max(substring(name from '/(.*)$')) as version, count(*)::int as count from platform.migration`,
  );
  return `${row?.version ?? 'none'}+${row?.count ?? 0}`;
}

/** Splits a script at semicolons outside of strings, dollar quotes and comments; drivers take one statement at a time when bound. */
export function statements(script: string): string[] {
  const found: string[] = [];
  let current = '';
  let index = 0;
  while (index < script.length) {
    const rest = script.slice(index);
    const opaque = /^(?:--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|(\$[A-Za-z_]*\$)[\s\S]*?\1)/.exec(rest);
    if (opaque) {
      if (!opaque[0].startsWith('--')) current += opaque[0];
      index += opaque[0].length;
    } else if (rest[0] === ';') {
      if (current.trim()) found.push(current.trim());
      current = '';
      index += 1;
    } else {
      current += rest[0];
      index += 1;
    }
  }
  if (current.trim()) found.push(current.trim());
  return found;
}
