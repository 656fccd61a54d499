import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { type Database, openEmbedded, openPostgres } from '../database/index.ts';
import { image } from './prepare-database.ts';

/**
 * An empty database for one test file, gone after `close`: a fresh embedded one, or, where TEST_DATABASE_URL names a server
 * on which databases may be created, one of its own there. Use it in `beforeAll`.
 */
export async function testDatabase(): Promise<Database & { url: string | null }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return { ...(await openEmbedded(existsSync(image) ? { image } : {})), url: null };
  const name = `gongzhi_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openPostgres({ url: url.href, connections: 6 });
  return {
    ...database,
    url: url.href,
    async close() {
      await database.close();
      await administer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
