import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type District, openDistrict, people, pointIn } from './testing/district.ts';

let asked: string[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push(body);
  response.end(JSON.stringify({ choices: [{ message: { content: '您好，问题已收到。' } }] }));
});
let district: District;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  district = await openDistrict({ draftServer: { url, model: 'small', key: null } });
});
afterAll(async () => {
  await district?.close();
  server.closeAllConnections();
  server.close();
});

// Words that no category has, so that only what was decided can tell what they mean.
const said: Record<string, string[]> = {
  '0101': ['灰柱子旁边又堆成小山了', '灰柱子那里还是没人来收', '灰柱子周围苍蝇乱飞'],
  '0601': ['蓝棚子半夜咚咚响', '蓝棚子凌晨敲个不停', '蓝棚子的响声让人睡不着'],
};
const places = ['东头', '西头', '北门', '南门', '桥边', '塔下', '井旁', '坡上'];

async function record(title: string, body: string, more: Record<string, unknown> = {}): Promise<string> {
  const opened = await district.call('operator', 'POST', '/api/cases', { title, body, place: pointIn(0), ...more });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return opened.body.number;
}

/** Cases of which the ledger says that they were closed in a category; how they came there is told elsewhere. */
async function closedCases(count: number): Promise<void> {
  const codes = Object.keys(said);
  for (let i = 0; i < count; i += 1) {
    const code = codes[i % 2] as string;
    const words = said[code] as string[];
    await record(`${places[i % 8]}${words[i % 3]}`, `${places[(i * 5) % 8]}，${words[(i + 1) % 3]}，第${i}次说了。`, { category: code });
  }
  await district.database.query(
    `update matters.matter set state = 'closed', closed_at = now(), outcome = 'solved' where state <> 'closed'`,
  );
}

describe('suggestions that learn', () => {
  const suggest = async () =>
    (await district.call('operator', 'POST', '/api/case-suggestions', { body: '塔下的灰柱子旁边堆成小山' })).body.categories;

  test('too few closed cases teach nothing, and the words of the categories go on suggesting', async () => {
    expect(await district.intelligence.train()).toBeNull();
    const { body } = await district.call('operator', 'POST', '/api/case-suggestions', { body: '生活垃圾堆放无人清运' });
    expect(body.categories.length).toBeGreaterThan(0);
    expect(await suggest()).toEqual([]);
  });

  test('a model of the closed cases takes over, says why, and is measured on cases that it has not seen', async () => {
    await closedCases(330);
    expect(await district.intelligence.train()).toBeGreaterThan(250);
    const [first] = await suggest();
    expect(first).toMatchObject({ code: '0101' });
    expect(first.words.join()).toMatch(/灰柱|小山/);
    const { body } = await district.call('system', 'GET', '/api/intelligence/models');
    expect(body.items).toMatchObject([{ inForce: true, verdict: 'first', measures: { accuracy: 1 } }]);
    expect(body.items[0].measures.rows).toBeGreaterThan(15);
  });

  test('what the model does not know is left to the words of the categories', async () => {
    const { body } = await district.call('operator', 'POST', '/api/case-suggestions', { body: '小区电梯故障困人' });
    expect(body.categories[0].code).not.toBe('0101');
  });

  test('one act goes back to an earlier version, and is in the audit log', async () => {
    await district.intelligence.train();
    const before = (await district.call('system', 'GET', '/api/intelligence/models')).body.items;
    expect(before).toHaveLength(2);
    const earlier = before.find((one: { inForce: boolean }) => !one.inForce);
    const used = await district.call('system', 'POST', `/api/intelligence/models/${earlier.id}/use`);
    expect(used.body).toMatchObject({ id: earlier.id, inForce: true, verdict: 'chosen' });
    const after = (await district.call('system', 'GET', '/api/intelligence/models')).body.items;
    expect(after.filter((one: { inForce: boolean }) => one.inForce).map((one: { id: string }) => one.id)).toEqual([earlier.id]);
    expect((await suggest())[0].code).toBe('0101');
    const unknown = await district.call('system', 'POST', '/api/intelligence/models/00000000-0000-7000-8000-000000000999/use');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'model-not-found' } });
  });

  test('asking for a new version puts the job into its queue', async () => {
    expect(await district.call('system', 'POST', '/api/intelligence/models')).toMatchObject({ status: 202, body: { asked: true } });
    expect(district.sent).toContainEqual({ name: 'intelligence.train', data: {} });
  });
});

describe('duplicates', () => {
  let numbers: string[] = [];
  const groups = async () => (await district.call('dispatcher', 'GET', '/api/intelligence/duplicates')).body.items;
  const shown = async () =>
    (await groups()).map((group: { matters: { number: string }[] }) => group.matters.map((one) => one.number).sort());

  test('open cases that tell of the same matter are proposed with a reason', async () => {
    numbers = [
      await record('松涛苑门口水管爆裂', '松涛苑大门口的自来水管爆了，水流了一地，请快来修。'),
      await record('松涛苑水管爆裂没人修', '住在松涛苑，门口自来水管破裂已经一天，路面全是水。'),
      await record('松涛苑广场舞音响扰民', '每天晚上松涛苑里跳广场舞，音响开到十点，老人睡不好。'),
    ].sort();
    const [group] = await groups();
    expect(await shown()).toEqual([numbers.slice(0, 2)]);
    expect(group.reasons.length).toBeGreaterThan(0);
  });

  test('a refusal is remembered, a join teaches, and who may not see the cases decides nothing', async () => {
    const other = await district.call('sub2', 'POST', '/api/intelligence/duplicates/refuse', { numbers: numbers.slice(0, 2) });
    expect(other.body).toEqual({ pairs: 0 });
    expect(await shown()).toHaveLength(1);
    expect(
      (await district.call('dispatcher', 'POST', '/api/intelligence/duplicates/refuse', { numbers: numbers.slice(0, 2) })).body,
    ).toEqual({ pairs: 1 });
    expect(await shown()).toEqual([]);
    await district.matters.act(people.dispatcher, numbers[1]!, 'join', null, { to: numbers[0] });
    await district.settle();
    const kept = await district.database.query('select a, b, same from intelligence.pair');
    expect(kept).toEqual([{ a: numbers[0], b: numbers[1], same: true }]);
    // What was learned is used the next time.
    await district.intelligence.train();
    expect(await district.database.query('select pairs from intelligence.weights')).toEqual([{ pairs: 1 }]);
  });
});

test('topics are of the cases that one may see, with their place', async () => {
  for (let i = 0; i < 5; i += 1) await record(`${places[i]}共享单车乱停放`, `${places[i]}的共享单车乱停放，把盲道占了，第${i}回了。`);
  const { status, body } = await district.call('dispatcher', 'GET', '/api/intelligence/topics');
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.items.some((topic: { label: string; numbers: string[] }) => topic.label.includes('单车') && topic.numbers.length >= 5)).toBe(
    true,
  );
  expect((await district.call('sub2', 'GET', '/api/intelligence/topics')).body.items).toEqual([]);
});

test('entities are linked to the district, and the words are shown as the wall would', async () => {
  const { body } = await district.call('dispatcher', 'POST', '/api/intelligence/entities', {
    text: '第1街道第2社区停电，电话13800138000，水务局知道',
  });
  expect(body.entities.map((one: { kind: string; meant: { name: string } | null }) => [one.kind, one.meant?.name ?? null])).toEqual([
    ['place', '第1街道第2社区'],
    ['phone', null],
    ['organisation', '水务局'],
  ]);
  expect(body.redacted).not.toContain('13800138000');
});

describe('drafts', () => {
  test('are off until they are allowed, and only redacted words leave', async () => {
    const number = await record('电梯坏了', '我叫王小明，电话13800138000，三号楼电梯坏了。');
    const ask = () => district.call('dispatcher', 'POST', '/api/intelligence/drafts', { number, purpose: 'reply' });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'drafts-off' } });
    const { body: settings } = await district.call('system', 'GET', '/api/intelligence/settings');
    expect(settings).toEqual({ serverKnown: true, drafts: false, version: 0 });
    expect((await district.call('system', 'PUT', '/api/intelligence/settings', { drafts: true, version: 0 })).body).toMatchObject({
      drafts: true,
      version: 1,
    });
    expect((await district.call('system', 'PUT', '/api/intelligence/settings', { drafts: false, version: 0 })).status).toBe(409);
    asked = [];
    expect((await ask()).body).toEqual({ text: '您好，问题已收到。', draft: true, model: 'small' });
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toMatch(/13800138000|王小明/);
    expect(asked[0]).toContain('电梯坏了');
  });

  test('the words of a confidential case never leave', async () => {
    const number = await record('举报', '有人收钱不办事', { confidential: true });
    asked = [];
    const answer = await district.call('dispatcher', 'POST', '/api/intelligence/drafts', { number, purpose: 'summary' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'draft-confidential' } });
    expect(asked).toEqual([]);
  });
});
