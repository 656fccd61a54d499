import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver, publish } from '../outbox/index.ts';
import { testDatabase } from '../testing/index.ts';
import { cached, type Database, migrate, schemaVersion, sqlFor, statements } from './index.ts';

let database: Database;
const floor = { module: 'platform', folder: new URL('../migrations/', import.meta.url) };
beforeAll(async () => {
  database = await testDatabase();
  await migrate(database, [floor]);
});
afterAll(() => database.close());

test('values arrive alike from both engines', async () => {
  const [row] = await database.query<Record<string, unknown>>(
    `select 5::bigint as big, 1.5::numeric as exact, '2026-02-28'::date as day, '2026-02-28T00:00:00Z'::timestamptz as moment, '\\x0102'::bytea as bytes, $1::jsonb as doc, $2::text[] as list, count(*) from (values (1), (2)) v`,
    [JSON.stringify({ a: 1 }), ['x', 'y,z']],
  );
  expect(row).toEqual({
    big: 5,
    exact: 1.5,
    day: '2026-02-28',
    moment: new Date('2026-02-28T00:00:00Z'),
    bytes: Buffer.from([1, 2]),
    doc: { a: 1 },
    list: ['x', 'y,z'],
    count: 2,
  });
});

test('the product works under a role that row-level security binds', async () => {
  const [row] = await database.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
  );
  expect(row?.bypasses).toBe(false);
});

test('a migration runs once', async () => {
  expect(await migrate(database, [floor])).toEqual([]);
  expect(await schemaVersion(database)).toMatch(/^20260101000000-floor\+1$/);
});

test('a transaction that fails leaves nothing', async () => {
  await expect(
    database.transaction(async (tx) => {
      await tx.query(`insert into platform.setting values ('a', '1')`);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await database.run(sqlFor<{ 'platform.setting': { name: string } }>().selectFrom('platform.setting').selectAll())).toEqual([]);
});

test('a consumer reads every fact once, in order, together with what it writes', async () => {
  await publish(
    database,
    [1, 2, 3].map((n) => ({ at: new Date(), name: n === 2 ? 'other' : 'counted', subject: null, areaCode: '99', data: { n } })),
  );
  const seen: number[] = [];
  const consumer = {
    name: 'test',
    facts: ['counted'],
    consume: async (facts: { data: Record<string, unknown> }[]) => void seen.push(...facts.map((fact) => fact.data.n as number)),
  };
  const failing = { ...consumer, consume: () => Promise.reject(new Error('first try')) };
  await expect.poll(() => deliver(database, failing).catch((error: Error) => error.message), { timeout: 30_000 }).toBe('first try');
  // Other tests on the same server may hold older transactions open: facts wait for them.
  await expect.poll(() => deliver(database, consumer), { timeout: 30_000 }).toBe(3);
  expect(await deliver(database, consumer)).toBe(0);
  expect(seen).toEqual([1, 3]);
});

test('a script is split at semicolons outside of quotes', () => {
  expect(statements(`select ';'; -- a; b\ndo $x$ begin; end $x$; select "a;b"`)).toEqual([
    `select ';'`,
    'do $x$ begin; end $x$',
    'select "a;b"',
  ]);
});

test('a question to the outer handle inside a transaction is answered by it and does not wait for ever', async () => {
  const held = cached(async () => (await database.query<{ n: number }>('select count(*)::int as n from platform.setting'))[0]!.n);
  const seen = await database.transaction(async (tx) => {
    await tx.query(`insert into platform.setting values ('inside', '1')`);
    return [await held.get(), await database.transaction(async (inner) => (await inner.query<{ one: number }>('select 1 as one'))[0]!.one)];
  });
  // The embedded engine answers inside the transaction; the server answers from another connection, which does not see it yet.
  expect(seen).toEqual([database.engine === 'embedded' ? 1 : 0, 1]);
});
