import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { type Database, withoutIndexes } from './index.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.script(`create schema shop;
    create table shop.owner (id int primary key, name text constraint owner_name_key unique, tags text[], mark bytea, born timestamptz, doc jsonb, weight float8, well boolean);
    create table shop."Odd pet" (id int generated always as identity, owner_id int constraint pet_owner_fkey references shop.owner (id) on delete cascade deferrable initially deferred,
      name text collate "C" not null constraint pet_name_check check (name <> 'nobody'), constraint "Odd key" primary key (id, owner_id));
    create index "Odd index" on shop."Odd pet" using btree (lower(name) desc nulls last) include (owner_id) with (fillfactor = 70) where owner_id > 0;
    create unique index owner_born on shop.owner (born) nulls not distinct where well;`);
});
afterAll(() => database.close());
beforeEach(() => database.script('truncate shop.owner, shop."Odd pet"'));

const tables = ['shop.owner', 'shop."Odd pet"'];
const owners = (count: number) => Array.from({ length: count }, (_, id) => [id, `owner ${id}`]);
const count = async () => (await database.query<{ count: number }>('select count(*) from shop.owner'))[0]?.count;
/** Everything that the catalogue says of the keys and indexes of these tables. */
const definitions = () =>
  database.query(
    `select conrelid::regclass::text as "table", conname as name, contype::text as type, pg_get_constraintdef(oid) as definition, convalidated as holds from pg_constraint where conrelid = any($1::text[]::regclass[])
     union all select indrelid::regclass::text, indexrelid::regclass::text, 'index', pg_get_indexdef(indexrelid), indisvalid from pg_index where indrelid = any($1::text[]::regclass[])
     union all select attrelid::regclass::text, attname, 'column', attnotnull::text, true from pg_attribute where attrelid = any($1::text[]::regclass[]) and attnum > 0
     order by 1, 3, 2`,
    [tables],
  );

test('copied rows read back as they were given', async () => {
  const row = {
    id: 1,
    name: '路灯\t不亮\n\\N "x" {}\r😀',
    tags: ['及时', '', 'NULL', '"\\,{}', 'a\tb'],
    mark: Buffer.from([0, 92, 255]),
    born: new Date('1988-07-01T15:30:00.123Z'),
    doc: { note: 'a\\b\n"c"' },
    weight: 121.400000000001,
    well: false,
  };
  const columns = Object.keys(row);
  await database.copy('shop.owner', columns, [
    Object.values({ ...row, doc: JSON.stringify(row.doc) }),
    columns.map((name) => (name === 'id' ? 2 : null)),
    columns.map((name) => (name === 'id' ? 3 : name === 'name' ? '' : undefined)),
  ]);
  const nothing = { name: null, tags: null, mark: null, born: null, doc: null, weight: null, well: null };
  expect(await database.query('select * from shop.owner order by id')).toEqual([
    row,
    { id: 2, ...nothing },
    { id: 3, ...nothing, name: '' },
  ]);
});

test('a copy that breaks a rule says which, and leaves no row and a usable connection', async () => {
  await expect(database.copy('shop.owner', ['id', 'name'], [...owners(5), [9, 'owner 1']])).rejects.toMatchObject({
    code: '23505',
    constraint: 'owner_name_key',
  });
  const [row] = await database.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
  );
  expect([await count(), row?.bypasses]).toEqual([0, false]);
});

test('rows that cannot be made break the copy off', async () => {
  const broken = function* () {
    yield [1, 'a'];
    throw new Error('the file ends here');
  };
  await expect(database.copy('shop.owner', ['id', 'name'], broken())).rejects.toThrow('the file ends here');
  expect(await count()).toBe(0);
});

test('after a copy the transaction goes on under the role of the product, and is rolled back with what was copied', async () => {
  await expect(
    database.transaction(async (tx) => {
      await tx.copy('shop.owner', ['id', 'name'], owners(10));
      const [row] = await tx.query<{ role: string; count: number }>(
        'select current_user::text as role, (select count(*) from shop.owner) as count',
      );
      const [outside] = await tx.query<{ bypasses: boolean }>('select rolsuper as bypasses from pg_roles where rolname = current_user');
      throw new Error(`${row?.count} ${outside?.bypasses}`);
    }),
  ).rejects.toThrow('10 false');
  expect(await count()).toBe(0);
});

test('tables filled without their indexes have exactly the same ones after it', async () => {
  const before = await definitions();
  expect(before.length).toBeGreaterThan(15);
  await database.transaction((tx) =>
    withoutIndexes(tx, tables, async () => {
      expect(await tx.query(`select 1 from pg_indexes where schemaname = 'shop'`)).toEqual([]);
      // The owner comes later: nobody looks until the end.
      await tx.copy('shop."Odd pet"', ['owner_id', 'name'], [[7, 'Rex']]);
      await tx.copy('shop.owner', ['id', 'name'], owners(10));
    }),
  );
  expect(await definitions()).toEqual(before);
  await expect(database.query('insert into shop.owner (id) values (7)')).rejects.toMatchObject({ constraint: 'owner_pkey' });
});

test('rows that break a key are found when it is built, and all is as it was', async () => {
  const before = await definitions();
  for (const [columns, rows, constraint] of [
    [['id', 'name'], [...owners(3), [3, 'owner 2']], 'owner_name_key'],
    [['id', 'name'], [...owners(3), [2, 'another']], 'owner_pkey'],
  ] as const)
    await expect(
      database.transaction((tx) => withoutIndexes(tx, tables, () => tx.copy('shop.owner', columns, rows))),
    ).rejects.toMatchObject({ code: '23505', constraint });
  await expect(
    database.transaction((tx) => withoutIndexes(tx, tables, () => tx.copy('shop."Odd pet"', ['owner_id', 'name'], [[1, 'Rex']]))),
  ).rejects.toMatchObject({ code: '23503', constraint: 'pet_owner_fkey' });
  expect(await definitions()).toEqual(before);
  expect(await count()).toBe(0);
});
