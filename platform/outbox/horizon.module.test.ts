import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, migrate } from '../database/index.ts';
import { testDatabase } from '../testing/index.ts';
import { deliver, publish } from './index.ts';

const floor = { module: 'platform', folder: new URL('../migrations/', import.meta.url) };
let database: Database;
let other: Database;
beforeAll(async () => {
  [database, other] = [await testDatabase(), await testDatabase()];
  await migrate(database, [floor]);
  await migrate(other, [floor]);
});
afterAll(async () => {
  await other.close();
  await database.close();
});

const fact = (n: number) => [{ at: new Date(), name: 'counted', subject: null, areaCode: '99', data: { n } }];
const reader = (name: string, seen: unknown[]) => ({
  name,
  consume: async (facts: { data: Record<string, unknown> }[]) => void seen.push(...facts.map((one) => one.data.n)),
});

/** Publishes in a transaction that stays open until `end` is called. */
async function open(where: Database, n: number): Promise<{ end(): Promise<void> }> {
  const gate = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const done = where.transaction(async (tx) => {
    await publish(tx, fact(n));
    written.resolve();
    await gate.promise;
  });
  await written.promise;
  return {
    end: () => {
      gate.resolve();
      return done;
    },
  };
}

// The embedded engine has one connection: nothing runs beside a transaction there.
test.skipIf(!process.env.TEST_DATABASE_URL)(
  'a fact waits for older transactions of its own database, so that none is passed over',
  async () => {
    const seen: unknown[] = [];
    const older = await open(database, 1);
    await publish(database, fact(2));
    expect(await deliver(database, reader('own', seen))).toBe(0);
    await older.end();
    expect(await deliver(database, reader('own', seen))).toBe(2);
    expect(seen).toEqual([1, 2]);
  },
);

test('a transaction of another database on the same server holds nothing up', async () => {
  const seen: unknown[] = [];
  await deliver(database, reader('beside', []));
  const elsewhere = await open(other, 3);
  await publish(database, fact(4));
  expect(await deliver(database, reader('beside', seen))).toBe(1);
  expect(seen).toEqual([4]);
  await elsewhere.end();
});

test('what a consumer publishes itself reaches it the next time', async () => {
  const seen: unknown[] = [];
  const echo = {
    name: 'echo',
    consume: async (facts: { data: Record<string, unknown> }[], tx: Parameters<typeof publish>[0]) => {
      seen.push(...facts.map((one) => one.data.n));
      if (facts.some((one) => one.data.n === 5)) await publish(tx, fact(6));
    },
  };
  await deliver(database, { ...echo, consume: async () => {} });
  await publish(database, fact(5));
  await deliver(database, echo);
  await deliver(database, echo);
  expect(seen).toEqual([5, 6]);
});
