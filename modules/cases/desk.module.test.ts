import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type District, districtCode, gridCode, openDistrict, people, pointIn, units } from './testing/district.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

const phone = '13800001234';
async function record(body: string, more: Record<string, unknown> = {}, who = 'operator'): Promise<string> {
  const opened = await district.call(who, 'POST', '/api/cases', { body, place: pointIn(0), ...more });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return opened.body.number;
}
const act = (who: keyof typeof people, number: string, action: string, input: Record<string, unknown> = {}) =>
  district.matters.act(people[who], number, action, null, input);
/** Brings a case to its closing. */
async function close(number: string, lead: 'cityManagement' | 'housing' = 'cityManagement'): Promise<void> {
  await act('dispatcher', number, 'file', { category: '0101' });
  await act('dispatcher', number, 'dispatch', { lead: units[lead], assist: [] });
  await act(lead, number, 'sign');
  await act(lead, number, 'contact', { reached: true });
  await act(lead, number, 'feed-back', { result: '垃圾已经清运', outcome: 'solved' });
  await act('dispatcher', number, 'verify');
  await act('dispatcher', number, 'close', {});
}

describe('suggestions', () => {
  test('words give the category and the words that say so, the place gives the unit with its reason, the limit and the deadline', async () => {
    const { status, body } = await district.call('operator', 'POST', '/api/case-suggestions', {
      body: '小区门口生活垃圾堆放三天无人清运，味道很大',
      place: pointIn(2),
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.categories[0].words.length).toBeGreaterThan(0);
    expect(body.categories[0].name).not.toBe(body.categories[0].code);
    expect(body.areas.map((area: { code: string }) => area.code)).toEqual([
      districtCode,
      `${districtCode}001`,
      `${districtCode}001002`,
      gridCode(2),
    ]);
    expect(body.unit).toMatchObject({ id: units.cityManagement, name: '城管局' });
    expect(body.unit.why).toMatch(/^责任清单：.+ × 试验区/);
    expect(body.limit.amount).toBeGreaterThan(0);
    expect(Date.parse(body.dueAt)).toBeGreaterThan(Date.now());
  });

  test('without a place there is no unit and no refusal', async () => {
    const { status, body } = await district.call('operator', 'POST', '/api/case-suggestions', { body: '垃圾' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ unit: null, limit: null, dueAt: null, areas: [] });
  });

  test('a recorded case shows what it may be and how much each unit has to do', async () => {
    const number = await record('路口垃圾箱满了没人清运');
    const { body } = await district.call('dispatcher', 'GET', `/api/cases/${number}/suggestions`);
    expect(body.unit.id).toBe(units.cityManagement);
    const before = body.load.find((unit: { id: string }) => unit.id === units.cityManagement);
    await act('dispatcher', number, 'file', { category: '0101' });
    await act('dispatcher', number, 'dispatch', { lead: units.cityManagement, assist: [] });
    const after = (await district.call('dispatcher', 'GET', `/api/cases/${number}/suggestions`)).body.load.find(
      (unit: { id: string }) => unit.id === units.cityManagement,
    );
    expect(after).toEqual({ ...before, open: before.open + 1 });
  });
});

describe('the suggestions of a queue', () => {
  test('tell category, strength and unit of every case that the actor sees in one answer, and nothing of the others', async () => {
    const words = await record('花坛边垃圾桶满了没人清运');
    const filed = await record('说不清楚的一件事');
    await act('dispatcher', filed, 'file', { category: '0101' });
    const ask = (who: string) => district.call(who, 'GET', `/api/case-suggestions?numbers=${words},${filed},GZ209901010000001`);
    const { status, body } = await ask('dispatcher');
    expect(status, JSON.stringify(body)).toBe(200);
    const byNumber = new Map(body.items.map((item: { number: string }) => [item.number, item]));
    expect([...byNumber.keys()].sort()).toEqual([words, filed].sort());
    expect(byNumber.get(words)).toMatchObject({ category: { score: expect.any(Number) }, unit: { id: units.cityManagement } });
    expect(byNumber.get(filed)).toMatchObject({ category: { code: '0101', score: null }, unit: { id: units.cityManagement } });
    expect(body.load).toEqual([expect.objectContaining({ id: units.cityManagement, open: expect.any(Number) })]);
    expect((await ask('housing')).body).toEqual({ items: [], load: [] });
  });
});

describe('likely duplicates', () => {
  test('the same trouble at the same place comes first with its reasons; what is elsewhere and other does not come', async () => {
    const place = pointIn(5);
    const same = await record('第二街道健身广场的路灯坏了一整排，晚上漆黑一片', { place });
    const other = await record('麻将馆半夜噪音扰民', { place: { ...place, longitude: place.longitude + 0.002 } });
    const far = await record('健身广场的路灯坏了一整排，晚上漆黑', { place: pointIn(1) });
    await district.settle();
    const { body } = await district.call('operator', 'POST', '/api/case-suggestions', {
      body: '健身广场路灯坏了一整排，晚上漆黑一片没法走路',
      place: { ...place, latitude: place.latitude + 0.0001 },
    });
    const found = body.duplicates.map((item: { matter: { number: string } }) => item.matter.number);
    expect(found[0]).toBe(same);
    expect(body.duplicates[0].metres).toBe(11);
    expect(body.duplicates[0].wording).toBeGreaterThan(0.4);
    expect(body.duplicates[0].reasons.join()).toMatch(/相距 10 米.*|文字相似度/);
    expect(found).not.toContain(other);
    expect(found).not.toContain(far);
    const similar = await district.call('dispatcher', 'GET', `/api/cases/${same}/similar`);
    expect(similar.body.items.map((item: { matter: { number: string } }) => item.matter.number)).not.toContain(same);
  });

  test('without a point they are found by their words in the community, and only where the actor may look', async () => {
    const words = '三号楼电梯停运两周老人下不来楼';
    const hidden = await record(words, { place: pointIn(6) });
    await district.settle();
    const ask = (who: string) => district.call(who, 'POST', '/api/case-suggestions', { body: words, areaCode: gridCode(6) });
    expect((await ask('operator')).body.duplicates.map((item: { matter: { number: string } }) => item.matter.number)).toContain(hidden);
    expect((await ask('sub1')).body.duplicates).toEqual([]);
  });
});

describe('the reporter', () => {
  test('contact data is revealed for a purpose, which the audit log keeps; without one it is not', async () => {
    const number = await record('楼道灯坏了', { reporter: { name: '李四', phone: '13800005678' } });
    const url = `/api/cases/${number}/contact`;
    expect((await district.call('dispatcher', 'POST', url, {})).status).toBe(400);
    const shown = await district.call('dispatcher', 'POST', url, { purpose: '核实楼栋号' });
    expect(shown.body).toEqual({ name: '李四', phone: expect.stringContaining('13800005678'), address: null });
    const [line] = await district.database.query<{ purpose: string; subject: string }>(
      `select purpose, subject from identity.audit_entry where action = 'contact-revealed' order by no desc limit 1`,
    );
    expect(line).toEqual({ purpose: '核实楼栋号', subject: number });
    expect((await district.call('cityManagement', 'POST', url, { purpose: '想知道是谁' })).status).toBe(403);
    expect((await district.call('sub2', 'POST', url, { purpose: '别的街道' })).status).toBeGreaterThanOrEqual(403);
  });

  test('of a confidential case the unit that handles it learns nothing, even where it may reveal elsewhere', async () => {
    const number = await record('举报某单位', { confidential: true, reporter: { name: '王五', phone: '13800007777' } });
    await act('dispatcher', number, 'file', { category: '0101' });
    await act('dispatcher', number, 'dispatch', { lead: units.sub1, assist: [] });
    const refused = await district.call('sub1', 'POST', `/api/cases/${number}/contact`, { purpose: '联系诉求人' });
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).not.toContain('王五');
    const history = await district.call('sub1', 'POST', '/api/caller-history', { phone: '13800007777' });
    expect(history.body, 'nor by trying telephone numbers').toEqual({ items: [], name: null });
    await act('sub1', number, 'return', { reason: '不属于本单位' });
    expect(
      (await district.call('sub1', 'POST', `/api/cases/${number}/contact`, { purpose: '联系诉求人' })).status,
      'nor after returning it',
    ).toBe(403);
    expect((await district.call('dispatcher', 'POST', `/api/cases/${number}/contact`, { purpose: '电话回访' })).status).toBe(200);
  });

  test('a caller is known by telephone with earlier cases, confidential ones only to those who may reveal', async () => {
    const open = await record('井盖松动', { reporter: { name: '赵六', phone } });
    const secret = await record('匿名举报', { confidential: true, reporter: { name: '赵六', phone } });
    const elsewhere = await record('第二街道的事', { place: pointIn(6), reporter: { name: '赵六', phone } });
    const ask = async (who: string, number: string) => (await district.call(who, 'POST', '/api/caller-history', { phone: number })).body;
    const seen = await ask('operator', phone);
    expect(seen.items.map((item: { number: string }) => item.number)).toEqual([elsewhere, secret, open]);
    expect(seen.name).toBe('赵**');
    const officer = await ask('gridOfficer', phone);
    expect(officer.items.map((item: { number: string }) => item.number)).toEqual([open]);
    expect(await ask('operator', '13900000000')).toEqual({ items: [], name: null });
  });
});

describe('the workbench', () => {
  test('each sees what waits for its hands', async () => {
    const bench = async (who: string) => (await district.call(who, 'GET', '/api/workbench')).body;
    const before = { dispatcher: await bench('dispatcher'), housing: await bench('housing') };
    const number = await record('外墙瓷砖脱落', { urgency: 2 });
    expect((await bench('dispatcher')).counts.toFile).toBe(before.dispatcher.counts.toFile + 1);
    await act('dispatcher', number, 'file', { category: '0301' });
    expect((await bench('dispatcher')).counts.toDispatch).toBe(before.dispatcher.counts.toDispatch + 1);
    await act('dispatcher', number, 'dispatch', { lead: units.housing, assist: [] });
    let housing = await bench('housing');
    expect(housing.counts.toSign).toBe(before.housing.counts.toSign + 1);
    expect(housing.counts.mine).toBe(before.housing.counts.mine + 1);
    expect(housing.burning.map((item: { number: string }) => item.number)).toContain(number);
    expect(housing.changed[0]).toMatchObject({ number, action: 'dispatch' });
    await act('housing', number, 'sign');
    await act('housing', number, 'request-extension', { amount: 1, reason: '等材料' });
    const deciding = await bench('dispatcher');
    expect(deciding.counts.toDecide).toBe(before.dispatcher.counts.toDecide + 1);
    expect(deciding.waiting.map((item: { number: string }) => item.number)).toContain(number);
    housing = await bench('housing');
    expect(housing.counts.toSign).toBe(before.housing.counts.toSign);
    expect(housing.changed.map((change: { action: string }) => change.action)).not.toContain('sign');
    expect((await bench('water')).counts).toMatchObject({ mine: 0, toSign: 0, toFile: 0, toDispatch: 0, toCallBack: 0 });
  });
});

describe('call-back and survey', () => {
  test('a closed case waits for its call-back with the script; a call that reached nobody leaves it there, an answer takes it off', async () => {
    const number = await record('下水道堵了', { reporter: { phone: '13811110001' } });
    await close(number);
    const list = async () =>
      (await district.call('caller', 'GET', '/api/call-backs?limit=200')).body.items.filter(
        (item: { number: string }) => item.number === number,
      );
    const [waiting] = await list();
    expect(waiting).toMatchObject({ attempts: 0, closedFor: 'P0DT0H' });
    expect(waiting.script).toContain(`“${waiting.title}”由城管局办理`);
    expect((await district.call('caller', 'GET', '/api/workbench')).body.counts.toCallBack).toBeGreaterThan(0);
    const url = `/api/cases/${number}/call-backs`;
    expect((await district.call('caller', 'POST', url, { reached: false, satisfaction: 5 })).status).toBe(200);
    expect((await list())[0].attempts).toBe(1);
    const done = await district.call('caller', 'POST', url, {
      reached: true,
      contacted: true,
      resolved: true,
      satisfaction: 4,
      reasons: ['处理及时'],
    });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(await list()).toEqual([]);
    const detail = await district.matters.detail(people.dispatcher, number);
    expect(detail.ratings).toHaveLength(1);
    expect(detail.ratings[0]).toMatchObject({ by: 'call-back', resolved: true, satisfaction: 4 });
    expect((await district.call('sub1', 'GET', '/api/call-backs')).status).toBe(403);
    expect((await district.call('cityManagement', 'POST', url, { reached: true })).status).toBe(403);
  });

  test('the link of a survey answers once, also when two answer at the same moment, and once more after a reopening and a new closing', async () => {
    const number = await record('公交站牌倒了', { reporter: { phone: '13811110002' } });
    const { id } = await district.matters.snapshot(people.dispatcher, number);
    const url = `/api/surveys/${district.cases.surveyLink(id).split('/').at(-1)}`;
    expect((await district.call(null, 'GET', url)).body.code).toBe('token-unknown');
    await close(number);
    await district.settle();
    expect((await district.call(null, 'GET', url)).body).toMatchObject({ number, owner: '城管局', result: '垃圾已经清运', used: false });
    expect((await district.call(null, 'POST', url, { reasons: [] })).status).toBe(400);
    const answers = await Promise.all(
      [1, 2, 3].map(() => district.call(null, 'POST', url, { resolved: false, satisfaction: 1, comment: '还是倒的' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await district.call(null, 'GET', url)).body.used).toBe(true);
    const detail = await district.matters.detail(people.dispatcher, number);
    expect(detail.ratings.filter((rating) => rating.by === 'reporter')).toHaveLength(1);
    await act('dispatcher', number, 'reopen', { reason: '没有解决' });
    await district.settle();
    expect((await district.call(null, 'GET', url)).status).toBe(404);
    await act('dispatcher', number, 'dispatch', { lead: units.cityManagement, assist: [] });
    await act('cityManagement', number, 'sign');
    await act('cityManagement', number, 'feed-back', { result: '重新立起', outcome: 'solved' });
    await act('dispatcher', number, 'verify');
    await act('dispatcher', number, 'close', {});
    await district.settle();
    expect((await district.call(null, 'POST', url, { resolved: true, satisfaction: 5 })).status).toBe(204);
    expect((await district.call(null, 'GET', '/api/surveys/abcdefghijklmnopqrstuvwxyz')).status).toBe(404);
  });

  test('no token of a survey stands in the database', async () => {
    const rows = await district.database.query<{ matter_id: string; text: string }>(
      'select matter_id, s::text as text from cases.survey s',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.text).not.toContain(district.cases.surveyLink(row.matter_id).split('/').at(-1));
  });
});

describe('tiles', () => {
  const tileOf = (longitude: number, latitude: number, z: number) => {
    const radians = (latitude * Math.PI) / 180;
    return `/api/tiles/cases/${z}/${Math.floor(((longitude + 180) / 360) * 2 ** z)}/${Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z)}`;
  };
  const fetchTile = async (who: string | null, url: string, headers: Record<string, string> = {}) => {
    const answer = await district.app.inject({ method: 'GET', url, headers: { ...(who ? { 'x-actor': who } : {}), ...headers } });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      tile: new VectorTile(new PbfReader(answer.statusCode === 200 ? answer.rawPayload : Buffer.alloc(0))),
    };
  };
  const numbersIn = (tile: VectorTile) =>
    Array.from({ length: tile.layers.cases?.length ?? 0 }, (_, index) => tile.layers.cases?.feature(index).properties.number);

  test('from near each case is a point, filtered, and only what the actor may see', async () => {
    const place = pointIn(7);
    const number = await record('河道漂浮物', { place });
    const url = tileOf(place.longitude, place.latitude, 15);
    const { tile, headers, status } = await fetchTile('dispatcher', url);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'application/vnd.mapbox-vector-tile', 'cache-control': 'private, max-age=30' });
    expect(numbersIn(tile)).toContain(number);
    expect(numbersIn((await fetchTile('dispatcher', `${url}?state=closed`)).tile)).not.toContain(number);
    expect(numbersIn((await fetchTile('sub1', url)).tile)).toEqual([]);
    expect((await fetchTile('dispatcher', url, { 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect((await fetchTile(null, url)).status).toBe(401);
    expect((await fetchTile('dispatcher', '/api/tiles/cases/3/8/0')).status).toBe(400);
  });

  test('what lies together is one mark with its number until one stands near, and a drawn surface takes what lies in it', async () => {
    const place = pointIn(5);
    const numbers = await Promise.all([0, 1, 2].map(() => record('路灯不亮', { place })));
    const url = (z: number) => tileOf(place.longitude, place.latitude, z);
    const { tile } = await fetchTile('dispatcher', url(14));
    const marks = Array.from({ length: tile.layers.clusters?.length ?? 0 }, (_, index) => tile.layers.clusters?.feature(index).properties);
    expect(Math.max(...marks.map((mark) => Number(mark?.count)))).toBeGreaterThanOrEqual(3);
    expect(numbersIn(tile)).not.toEqual(expect.arrayContaining(numbers));
    expect(numbersIn((await fetchTile('dispatcher', url(17))).tile)).toEqual(expect.arrayContaining(numbers));
    const around = (by: number) =>
      [
        [by, by],
        [by, -by],
        [-by, -by],
        [-by, by],
      ]
        .map(([east, north]) => `${(place.longitude + east!).toFixed(6)},${(place.latitude + north!).toFixed(6)}`)
        .join(';');
    const listed = async (within: string) => {
      const { body } = await district.call('dispatcher', 'GET', `/api/matters?kind=case&limit=200&within=${encodeURIComponent(within)}`);
      return body.items.map((item: { number: string }) => item.number);
    };
    expect(await listed(around(0.0005))).toEqual(expect.arrayContaining(numbers));
    const elsewhere = `${place.longitude + 1},${place.latitude};${place.longitude + 2},${place.latitude};${place.longitude + 1},${place.latitude + 1}`;
    expect(await listed(elsewhere)).toEqual([]);
    expect((await district.call('dispatcher', 'GET', '/api/matters?within=200,0;1,1;2,2')).status).toBe(400);
  });

  test('from afar the open ones are counted at the middle of their subdistrict, nearer of their community and grid, and as many as there are', async () => {
    const place = pointIn(3);
    const open = await district.database.query<{ code: string; count: number }>(
      'select area_code as code, count(*) as count from matters.matter where closed_at is null group by 1',
    );
    expect(open.length).toBeGreaterThan(2);
    for (const [z, digits] of [
      [8, 9],
      [11, 12],
      [13, 15],
    ] as const) {
      const { tile } = await fetchTile('dispatcher', `${tileOf(place.longitude, place.latitude, z)}?open=true`);
      const marks = Array.from(
        { length: tile.layers.grids?.length ?? 0 },
        (_, index) => tile.layers.grids?.feature(index).properties ?? {},
      );
      expect(marks.length, String(z)).toBeGreaterThan(0);
      for (const { code, count } of marks) {
        expect(String(code)).toHaveLength(digits);
        const below = open.filter((row) => row.code.startsWith(String(code)));
        expect(count, String(code)).toBe(below.reduce((sum, row) => sum + row.count, 0));
      }
      if (z === 8) expect(marks.reduce((sum, { count }) => sum + Number(count), 0)).toBe(open.reduce((sum, row) => sum + row.count, 0));
    }
  });
});
