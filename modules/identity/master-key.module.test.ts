import { randomBytes } from 'node:crypto';
import { system } from '@gongzhi/contract/actor';
import { type Database, migrate } from '@gongzhi/platform/database';
import { testDatabase } from '@gongzhi/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityMigrations } from './commands/open-data-key.ts';
import { createAudit, createIdentity, openDataKey, rotateMasterKey, WrongMasterKey } from './index.ts';
import { deriveKeys } from './rules/keys.ts';
import { makeStaff } from './testing/world.ts';

let database: Database;
const first = randomBytes(32);
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const identityWith = (key: Buffer) =>
  createIdentity({
    database,
    organisations: makeStaff(),
    settings: { key, publicUrl: null, secureCookies: false, oidc: null },
    sms: { send: async () => {} },
  });
const rotate = (from: Buffer, to: Buffer, key: Buffer) =>
  rotateMasterKey(database, { actor: system, from, to, audit: createAudit({ key }) });
const wrapped = async () =>
  (await database.query<{ text: string }>(`select encode(wrapped, 'hex') as text from identity.data_key`))[0]?.text;

test('a new database draws a data key of its own, the same at every opening', async () => {
  const { dataKey } = await openDataKey(database, first);
  expect(dataKey).toHaveLength(32);
  expect(dataKey.equals(first)).toBe(false);
  expect((await openDataKey(database, first)).dataKey).toEqual(dataKey);
  expect(await wrapped()).not.toContain(dataKey.toString('hex'));
});

test('another master key opens nothing and changes nothing', async () => {
  const before = await wrapped();
  await expect(openDataKey(database, randomBytes(32))).rejects.toThrow(WrongMasterKey);
  const { dataKey } = await openDataKey(database, first);
  await expect(rotate(randomBytes(32), randomBytes(32), dataKey)).rejects.toThrow(WrongMasterKey);
  await expect(rotate(first, first, dataKey)).rejects.toThrow(/in force/);
  expect(await wrapped()).toBe(before);
});

test('after a rotation contact data are read and found with the new key, the old one opens nothing, and the audit log holds', async () => {
  const { dataKey } = await openDataKey(database, first);
  const identity = identityWith(dataKey);
  await identity.open();
  const id = await database.transaction((tx) => identity.residents.record(tx, { name: '周小满', phone: '13912345678' }));
  const next = randomBytes(32);
  expect(await rotate(first, next, dataKey)).toMatchObject({ wasMaster: false });
  await expect(openDataKey(database, first)).rejects.toThrow(WrongMasterKey);
  const again = identityWith((await openDataKey(database, next)).dataKey);
  await again.open();
  expect(await again.residents.findByPhone(database, '13912345678')).toBe(id);
  expect(await database.transaction((tx) => again.residents.phonesForNotice(tx, [id]))).toEqual(new Map([[id, '13912345678']]));
  expect(await again.verifyAudit()).toMatchObject({ intact: true });
  const [line] = await database.query<{ text: string }>(
    `select detail::text as text from identity.audit_entry where action = 'master-key-rotated'`,
  );
  expect(line?.text).not.toContain(next.toString('hex'));
  await rotate(next, first, dataKey);
});

test('a rotation that fails before its end leaves the old key in force', async () => {
  const { dataKey } = await openDataKey(database, first);
  const cut = async () => {
    throw new Error('cut short');
  };
  await expect(rotateMasterKey(database, { actor: system, from: first, to: randomBytes(32), audit: cut })).rejects.toThrow('cut short');
  expect((await openDataKey(database, first)).dataKey).toEqual(dataKey);
});

test('of two rotations at once one is told that the key is no longer the one', async () => {
  const { dataKey } = await openDataKey(database, first);
  const keys = [randomBytes(32), randomBytes(32)];
  const ends = await Promise.allSettled(keys.map((key) => rotate(first, key, dataKey)));
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  const winner = keys[ends.findIndex((end) => end.status === 'fulfilled')] as Buffer;
  expect((await openDataKey(database, winner)).dataKey).toEqual(dataKey);
});

test('a database that was sealed before there were data keys keeps its key, and refuses another', async () => {
  const older = await testDatabase();
  try {
    await migrate(older, [{ module: 'platform', folder: new URL('../../platform/migrations/', import.meta.url) }, identityMigrations]);
    await older.query('insert into identity.master_key (key_id) values ($1)', [deriveKeys(first).id]);
    await expect(openDataKey(older, randomBytes(32))).rejects.toThrow(WrongMasterKey);
    expect((await openDataKey(older, first)).dataKey).toEqual(first);
    const next = randomBytes(32);
    const audit = createAudit({ key: first });
    expect(await rotateMasterKey(older, { actor: system, from: first, to: next, audit })).toMatchObject({ wasMaster: true });
    expect((await openDataKey(older, next)).dataKey).toEqual(first);
  } finally {
    await older.close();
  }
});
