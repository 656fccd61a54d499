import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface FreshDatabase {
  /** Address of an empty database on the server of TEST_DATABASE_URL; null where the embedded engine is meant. */
  url: string | null;
  /** An empty folder for everything else, and for the embedded database. */
  folder: string;
  remove(): Promise<void>;
}

/** Room for one server under test: an empty folder and, where TEST_DATABASE_URL names a server, an empty database there. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-booted-'));
  const server = process.env.TEST_DATABASE_URL;
  const name = `gongzhi_booted_${randomBytes(6).toString('hex')}`;
  let url: string | null = null;
  if (server) {
    await administer(server, `create database ${name}`);
    const address = new URL(server);
    address.pathname = `/${name}`;
    url = address.href;
  }
  return {
    url,
    folder,
    async remove() {
      if (server) await administer(server, `drop database if exists ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
