import { createHash } from 'node:crypto';
import { type Actor, system } from '@gongzhi/contract/actor';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from './testing/world.ts';

let world: World;
let auditor: string;
beforeAll(async () => {
  world = await makeWorld();
  await world.account('auditor', ['audit-administrator', '990101']);
  auditor = await world.enter('auditor');
});
afterAll(() => world.close());

const clerk: Actor = { kind: 'staff', id: '019c0000-0000-7000-8000-000000000001', name: '何%工', posts: [] };
const write = (entry: { action: string; subject?: string; purpose?: string; detail?: Record<string, unknown> }, actor: Actor = clerk) =>
  world.database.transaction((tx) => world.identity.audit(tx, { actor, ...entry }));
const list = async (query = '') => (await world.call('GET', `/api/audit${query}`, { cookie: auditor })).body;
const tamper = (statement: string) =>
  world.asSuperuser(async (run) => {
    await run('alter table identity.audit_entry disable trigger user');
    await run(statement);
    await run('alter table identity.audit_entry enable trigger user');
  });

/** Runs a check upon a tampered log and puts the log back as it was. */
async function tampered(statement: string, check: () => Promise<void>) {
  await world.asSuperuser(async (run) => {
    await run('create table public.kept_entry as table identity.audit_entry');
    await run('create table public.kept_head as table identity.audit_head');
  });
  try {
    await tamper(statement);
    await check();
  } finally {
    await tamper('delete from identity.audit_entry');
    await tamper('insert into identity.audit_entry select * from public.kept_entry');
    await world.asSuperuser(async (run) => {
      await run('update identity.audit_head h set no = k.no, hash = k.hash, seal = k.seal from public.kept_head k');
      await run('drop table public.kept_entry, public.kept_head');
    });
  }
}

test('lines are numbered without gap, also when many write at once and some fail', async () => {
  await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      world.database.transaction(async (tx) => {
        await world.identity.audit(tx, { actor: system, action: 'counted', detail: { n } });
        if (n % 3 === 0) throw new Error('the act failed');
      }),
    ),
  );
  const rows = await world.database.query<{ no: number }>('select no from identity.audit_entry order by no');
  expect(rows.map((row) => row.no)).toEqual(rows.map((_, n) => n + 1));
  expect((await list('?action=counted')).items).toHaveLength(20);
  expect(await world.identity.verifyAudit()).toEqual({ entries: rows.length, intact: true, firstBroken: null });
});

test('whatever is written can be read again and verified', async () => {
  const detail = {
    中文: '值',
    nested: { b: [1, 2.5, 1e21, -0, null], a: true },
    text: 'a\u0000b\ud800',
    long: 'x'.repeat(5000),
    when: new Date(0),
    none: undefined,
  };
  await write({ action: 'odd', subject: 'x'.repeat(500), purpose: '\u0000', detail });
  const [item] = (await list('?action=odd')).items;
  expect(item.detail).toMatchObject({
    中文: '值',
    nested: { b: [1, 2.5, 1e21, 0, null], a: true },
    text: 'ab\ufffd',
    when: '1970-01-01T00:00:00.000Z',
  });
  expect(item.subject).toHaveLength(200);
  expect(await world.identity.verifyAudit()).toMatchObject({ intact: true });
});

test('the application cannot change, delete or empty the log', async () => {
  for (const statement of [
    `update identity.audit_entry set action = 'x'`,
    'delete from identity.audit_entry',
    'truncate identity.audit_entry',
  ])
    await expect(world.database.query(statement)).rejects.toThrow(/append-only/);
});

test('a change, a deletion, a swap, an insertion and a cut at the end are found where they are', async () => {
  for (let n = 0; n < 5; n++) await write({ action: 'sequence', detail: { n } });
  const { entries } = await world.identity.verifyAudit();
  const broken = (no: number) => async () => expect(await world.identity.verifyAudit()).toMatchObject({ intact: false, firstBroken: no });
  await tampered(`update identity.audit_entry set actor_name = '别人' where no = 3`, broken(3));
  await tampered(`update identity.audit_entry set detail = '{"n": 9}' where no = 4`, broken(4));
  await tampered('delete from identity.audit_entry where no = 2', broken(2));
  await tampered(`update identity.audit_entry set no = case no when 5 then 1005 else no end where no = 5; `.replace(/; $/, ''), broken(5));
  await tampered(
    `with a as (select * from identity.audit_entry where no = 6), b as (select * from identity.audit_entry where no = 7)
     update identity.audit_entry e set action = s.action, detail = s.detail, hash = s.hash, at = s.at from (select 6 as place, b.* from b union all select 7, a.* from a) s where e.no = s.place`,
    broken(6),
  );
  await tampered(`delete from identity.audit_entry where no = ${entries}`, broken(entries));
  expect(await world.identity.verifyAudit()).toMatchObject({ intact: true });
});

test('a chain that was rewritten with correct hashes is betrayed by its end, which is sealed', async () => {
  await tampered(`delete from identity.audit_entry where no = (select no from identity.audit_head)`, async () => {
    await tamper(
      'update identity.audit_head h set no = e.no, hash = e.hash from (select no, hash from identity.audit_entry order by no desc limit 1) e',
    );
    expect(await world.identity.verifyAudit()).toMatchObject({ intact: false });
  });
});

test('the log is searched by text, action, actor, subject and time', async () => {
  world.pass({ minutes: 5 });
  const from = world.now().toISOString();
  await write({ action: 'area-created', subject: '990101001', purpose: '年度调整' });
  await write({ action: 'area-closed', subject: '990101002' }, { ...clerk, id: null, name: '何经工', kind: 'system' });
  const actions = async (query: string) =>
    (await list(`?from=${encodeURIComponent(from)}&${query}`)).items.map((item: { action: string }) => item.action);
  expect(await actions('')).toEqual(['area-closed', 'area-created']);
  expect(await actions(`text=${encodeURIComponent('年度')}`)).toEqual(['area-created']);
  // The mark stands for itself, not for anything.
  expect(await actions(`text=${encodeURIComponent('何%工')}`)).toEqual(['area-created']);
  expect(await actions(`actor=${clerk.id}`)).toEqual(['area-created']);
  expect(await actions('subject=990101002')).toEqual(['area-closed']);
  expect(await actions('action=area-created')).toEqual(['area-created']);
  expect((await list(`?to=${encodeURIComponent(from)}&action=area-created`)).items).toEqual([]);
});

test('pages follow each other without loss while lines are added', async () => {
  const seen: number[] = [];
  let cursor = '';
  do {
    const { items, next } = await list(`?limit=7${cursor && `&cursor=${cursor}`}`);
    seen.push(...items.map((item: { no: number }) => item.no));
    await write({ action: 'meanwhile' });
    cursor = next;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: seen[0] as number }, (_, n) => (seen[0] as number) - n));
  expect((await world.call('GET', '/api/audit?cursor=nonsense', { cookie: auditor })).body.code).toBe('invalid-cursor');
  expect((await world.call('GET', `/api/audit?cursor=${Buffer.from('"x"').toString('base64url')}`, { cookie: auditor })).body.code).toBe(
    'invalid-cursor',
  );
});

test('an export holds every line with its hash, and its own line', async () => {
  await write({ action: 'formula', subject: '=1+1' });
  const { status, text, headers } = await world.call('GET', '/api/audit.csv', { cookie: auditor });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
  const rows = text.trim().split('\r\n');
  const { entries } = await world.identity.verifyAudit();
  expect(rows).toHaveLength(entries + 1);
  expect(rows[1]).toContain('audit-exported');
  expect(rows[2]).toContain("'=1+1");
  const { parse } = await import('csv-parse/sync');
  const [newest, before] = (parse(text, { bom: true, from: 2 }) as string[][]).map((row) =>
    row.map((cell) => cell.replace(/^'(?==)/, '')),
  ) as [string[], string[]];
  // The hash of a line from the file alone, by the rule of the README.
  const [no, at, kind, id, name, action, subject, purpose, address, detail, hash] = newest as [string, ...string[]];
  const sorted = JSON.stringify(JSON.parse(detail as string));
  const line = JSON.stringify([Number(no), at, kind, id || null, name, action, subject || null, purpose || null, address || null]).replace(
    /\]$/,
    `,${sorted}]`,
  );
  expect(
    createHash('sha256')
      .update(Buffer.from(before.at(-1) as string, 'hex'))
      .update(line)
      .digest('hex'),
  ).toBe(hash);
});

test('only an audit administrator reads the log', async () => {
  await world.account('boss', ['system-administrator', '99'], ['dispatcher', '99']);
  const cookie = await world.enter('boss');
  for (const url of ['/api/audit', '/api/audit.csv', '/api/audit/verification']) {
    expect((await world.call('GET', url, { cookie })).status).toBe(403);
    expect((await world.call('GET', url)).status).toBe(401);
  }
  expect((await world.call('GET', '/api/audit/verification', { cookie: auditor })).body.intact).toBe(true);
});
