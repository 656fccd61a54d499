import type { Actor } from '@gongzhi/contract/actor';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createIdentity } from './index.ts';
import { makeWorld, type World } from './testing/world.ts';

let world: World;
let officer: Actor;
beforeAll(async () => {
  world = await makeWorld();
  const { id } = await world.account('desk', ['hotline-operator', '990101']);
  const post = { postId: id, role: 'hotline-operator', title: '', organisationId: id, organisationName: '', areaCode: '990101' };
  officer = { kind: 'staff', id, name: '姓desk', posts: [{ ...post, permissions: ['contact.reveal'] }] };
});
afterAll(() => world.close());
beforeEach(() => world.pass({ days: 2 }));

const record = (contact: { name?: string; phone?: string; address?: string }) =>
  world.database.transaction((tx) => world.identity.residents.record(tx, contact));
const masked = async (id: string) => (await world.identity.residents.masked(world.database, [id])).get(id);
const reason = { purpose: '核实现场情况', subject: 'GZ202603010000001', address: '10.0.0.9' };
const codeOf = (phone: string) =>
  /验证码为 (\d{6})/.exec(world.messages.findLast((message) => message.phone === phone)?.text ?? '')?.[1] as string;
const ask = (phone: string) => world.call('POST', '/api/residents/code', { body: { phone } });
const answer = (phone: string, code: string, name?: string) =>
  world.call('POST', '/api/residents/session', { body: { phone, code, ...(name ? { name } : {}) } });

test('one telephone is one resident, however it is written', async () => {
  const id = await record({ name: '张小明', phone: '138 0000 1234' });
  for (const phone of ['13800001234', '+86 138-0000-1234', '１３８００００１２３４', '008613800001234'])
    expect(await record({ phone })).toBe(id);
  expect(await world.identity.residents.findByPhone(world.database, '+8613800001234')).toBe(id);
  expect(await world.identity.residents.findByPhone(world.database, '13800001235')).toBeNull();
  expect(await masked(id)).toEqual({ name: '张**', phone: '138****1234', anonymous: false });
});

test('two who record the same telephone at the same moment get the same resident', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => record({ name: '李雷', phone: '13900005678' })));
  expect(new Set(ids).size).toBe(1);
});

test('many contacts are recorded at once, in their order', async () => {
  const known = await record({ phone: '13700000001' });
  const ids = await world.database.transaction((tx) =>
    world.identity.residents.recordMany(tx, [
      { phone: '13700000001' },
      { name: '无名氏' },
      { phone: '13700000002' },
      {},
      { phone: '137 0000 0002', name: '王五' },
      {},
    ]),
  );
  expect(ids[0]).toBe(known);
  expect(ids[4]).toBe(ids[2]);
  expect(new Set(ids).size).toBe(5);
  expect(await masked(ids[3] as string)).toEqual({ name: '匿名', phone: null, anonymous: true });
});

test('a name that was missing is added, one that is there is not replaced', async () => {
  const id = await record({ phone: '13600000001' });
  expect(await masked(id)).toEqual({ name: '匿名', phone: '136****0001', anonymous: false });
  await record({ phone: '13600000001', name: '赵六', address: '桂花里 3 号' });
  await record({ phone: '13600000001', name: '别人', address: '别处' });
  expect(await masked(id)).toMatchObject({ name: '赵**' });
  expect(await world.identity.residents.reveal(officer, id, reason)).toEqual({
    name: '赵六',
    phone: '13600000001',
    address: '桂花里 3 号',
  });
});

test('what is no telephone number is refused by the name of its field', async () => {
  await expect(record({ phone: '见工单' })).rejects.toMatchObject({ code: 'invalid-input', options: { errors: [{ field: 'phone' }] } });
});

test('without a stated purpose the application sees no contact row and can write none', async () => {
  const id = await record({ name: '钱七', phone: '13500000001' });
  expect(await world.database.query('select * from identity.contact')).toEqual([]);
  await world.database.query(`update identity.contact set phone = null`);
  await world.database.query(`delete from identity.contact`);
  await expect(world.database.query(`insert into identity.contact (resident_id) values ($1)`, [id])).rejects.toThrow(/row-level security/);
  // The table is not empty, and its owner is bound as well.
  const rows = await world.asSuperuser((run) => run('select 1 from identity.contact where phone is not null'));
  expect(rows.length).toBeGreaterThan(0);
  const seen = await world.database.transaction(async (tx) => {
    await tx.query(`select set_config('gongzhi.purpose', '核实', true)`);
    return tx.query('select 1 from identity.contact where resident_id = $1', [id]);
  });
  expect(seen).toHaveLength(1);
  expect(await world.database.query('select * from identity.contact')).toEqual([]);
});

test('recording and finding leave no purpose behind in the transaction', async () => {
  const rows = await world.database.transaction(async (tx) => {
    await world.identity.residents.record(tx, { phone: '13500000002' });
    await world.identity.residents.record(tx, { phone: '13500000002', name: '孙八' });
    await world.identity.residents.findByPhone(tx, '13500000002');
    await world.identity.residents.phonesForNotice(tx, [await world.identity.residents.record(tx, { phone: '13500000002' })]);
    return tx.query('select * from identity.contact');
  });
  expect(rows).toEqual([]);
});

test('a look at contact data asks a purpose and a permission, and leaves a line with both', async () => {
  const id = await record({ name: '周九', phone: '13400000001' });
  await expect(world.identity.residents.reveal(officer, id, { ...reason, purpose: ' ' })).rejects.toMatchObject({
    code: 'purpose-required',
  });
  const other = { ...officer, posts: officer.posts.map((post) => ({ ...post, permissions: ['case.read' as const] })) };
  await expect(world.identity.residents.reveal(other, id, reason)).rejects.toMatchObject({ code: 'not-permitted' });
  const lines = () =>
    world.database.query(`select * from identity.audit_entry where action = 'contact-revealed' and detail->>'residentId' = $1`, [id]);
  expect(await lines()).toEqual([]);
  expect(await world.identity.residents.reveal(officer, id, reason)).toEqual({ name: '周九', phone: '13400000001', address: null });
  expect(await lines()).toMatchObject([{ actor_id: officer.id, subject: reason.subject, purpose: reason.purpose, address: '10.0.0.9' }]);
});

test('telephones for messages come without those who have none, under one line', async () => {
  const [withPhone, without] = [await record({ phone: '13300000001' }), await record({ name: '吴十' })];
  const phones = await world.database.transaction((tx) => world.identity.residents.phonesForNotice(tx, [withPhone, without]));
  expect([...phones]).toEqual([[withPhone, '13300000001']]);
  const [line] = await world.database.query(
    `select detail, purpose from identity.audit_entry where action = 'contacts-used' order by no desc limit 1`,
  );
  expect(line).toEqual({ purpose: 'notify', detail: { count: 1, residents: [withPhone] } });
});

test('a ciphertext that was moved to another resident does not open', async () => {
  const [mine, theirs] = [await record({ phone: '13200000001', name: '郑一' }), await record({ phone: '13200000002', name: '冯二' })];
  await world.asSuperuser((run) =>
    run('update identity.contact c set phone = o.phone from identity.contact o where c.resident_id = $1 and o.resident_id = $2', [
      mine,
      theirs,
    ]),
  );
  await expect(world.identity.residents.reveal(officer, mine, reason)).rejects.toThrow();
});

test('erasing takes data, index and sessions, and leaves a tombstone', async () => {
  const phone = '13100000001';
  await ask(phone);
  const { cookie, body } = await answer(phone, codeOf(phone), '陈三');
  await world.database.transaction((tx) => world.identity.residents.erase(tx, officer, body.id, '本人要求删除'));
  expect(await masked(body.id)).toEqual({ name: '已删除', phone: null, anonymous: true });
  expect(await world.identity.residents.findByPhone(world.database, phone)).toBeNull();
  expect((await world.call('GET', '/api/session', { cookie })).body.session).toBeNull();
  await expect(world.identity.residents.reveal(officer, body.id, reason)).rejects.toMatchObject({ code: 'resident-not-found' });
  await expect(world.database.transaction((tx) => world.identity.residents.erase(tx, officer, body.id, '再次'))).rejects.toMatchObject({
    code: 'resident-not-found',
  });
  expect(await record({ phone })).not.toBe(body.id);
});

test('a resident signs in by the code on the telephone and appears masked', async () => {
  expect(await ask('130 0000 0001')).toMatchObject({ status: 202, body: { validSeconds: 300 } });
  const { status, body, cookie } = await answer('13000000001', codeOf('13000000001'), '林芳芳');
  expect(status).toBe(200);
  expect(body).toMatchObject({ kind: 'resident', name: '林**', username: null, posts: [], permissions: [] });
  expect((await world.call('GET', '/api/session', { cookie })).body.session.id).toBe(body.id);
  expect((await world.call('POST', '/api/session/second-factor', { cookie })).status).toBe(403);
  world.pass({ days: 8 });
  expect((await world.call('GET', '/api/session', { cookie })).body.session).toBeNull();
});

test('a code does once, for five minutes, for its own telephone, and stands five tries', async () => {
  const [a, b] = ['13000000002', '13000000003'];
  await ask(a);
  await ask(b);
  expect((await answer(b, codeOf(a) === codeOf(b) ? '000000' : codeOf(a))).body.code).toBe('code-wrong');
  expect((await answer(a, codeOf(a))).status).toBe(200);
  expect((await answer(a, codeOf(a))).body.code).toBe('code-wrong');
  world.pass({ minutes: 5 });
  expect((await answer(b, codeOf(b))).body.code).toBe('code-wrong');
  await ask(b);
  const wrong = codeOf(b) === '123456' ? '654321' : '123456';
  for (let n = 0; n < 5; n++) expect((await answer(b, wrong)).status).toBe(401);
  expect((await answer(b, codeOf(b))).body.code).toBe('code-wrong');
});

test('two who send the same code at the same moment are one session', async () => {
  const phone = '13000000004';
  await ask(phone);
  const statuses = (await Promise.all([1, 2, 3].map(() => answer(phone, codeOf(phone))))).map((one) => one.status);
  expect(statuses.sort()).toEqual([200, 401, 401]);
});

test('a telephone is sent one code a minute and ten a day', async () => {
  const phone = '13000000005';
  for (let n = 0; n < 10; n++) {
    expect((await ask(phone)).status).toBe(202);
    const { status, body, headers } = await ask(phone);
    expect(status).toBe(429);
    if (n < 9) expect([body.code, headers['retry-after']]).toEqual(['code-too-soon', '60']);
    else expect([body.code, headers['retry-after']]).toEqual(['code-too-many', String(86_400 - 540)]);
    world.pass({ minutes: 1 });
  }
  world.pass({ days: 1 });
  expect((await ask(phone)).status).toBe(202);
});

test('no telephone, name or address of a resident is readable anywhere in the schema', async () => {
  const secrets = ['18912345678', '欧阳娜娜', '玉兰路 77 号'];
  const [phone, name, address] = secrets as [string, string, string];
  const id = await record({ phone, name, address });
  await ask(phone);
  await answer(phone, codeOf(phone));
  await world.identity.residents.reveal(officer, id, reason);
  await world.database.transaction((tx) => world.identity.residents.phonesForNotice(tx, [id]));
  const tables = (await world.asSuperuser((run) =>
    run(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('identity', 'platform')`,
    ),
  )) as { name: string }[];
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables) {
    const [row] = (await world.asSuperuser((run) => run(`select coalesce(string_agg(t::text, ' '), '') as text from ${table.name} t`))) as {
      text: string;
    }[];
    for (const secret of secrets) {
      expect(row?.text, `${secret} in ${table.name}`).not.toContain(secret);
      expect(row?.text, `${secret} in ${table.name}`).not.toContain(Buffer.from(secret).toString('hex'));
      expect(row?.text, `${secret} in ${table.name}`).not.toContain(Buffer.from(secret).toString('base64'));
    }
  }
});

test('another master key is noticed before it does harm', async () => {
  const settings = { key: Buffer.alloc(32, 7), publicUrl: null, secureCookies: false, oidc: null };
  const other = createIdentity({
    database: world.database,
    organisations: world.staff,
    settings,
    sms: { send: async () => {} },
    now: world.now,
  });
  await expect(other.open()).rejects.toThrow(/master key/);
});
