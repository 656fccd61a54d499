import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type District, districtCode, openDistrict, people, pointIn, units } from './testing/district.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
  await district.resident('li', '13800000001');
  await district.resident('wu', '13800000002');
}, 120_000);
afterAll(() => district?.close());

const act = async (who: string, number: string, action: string, input: object = {}) => {
  const version = (await district.call(who, 'GET', `/api/matters/${number}`)).body.version;
  const answer = await district.call(who, 'POST', `/api/matters/${number}/actions/${action}`, { version, input });
  expect(answer.body, `${action}: ${JSON.stringify(answer.body)}`).toMatchObject({ number });
};
const filed = async (category: string, more: object = {}) => {
  const { body } = await district.call(null, 'POST', '/api/reports', { body: '路口有问题，请尽快处理', place: pointIn(0), ...more });
  await act('dispatcher', body.number, 'file', { category });
  return body as { number: string; followToken: string };
};
const closed = async (number: string, result = '已处理') => {
  await act('dispatcher', number, 'dispatch', { lead: units.cityManagement });
  await act('cityManagement', number, 'sign');
  await act('cityManagement', number, 'feed-back', { result, outcome: 'solved' });
  await act('dispatcher', number, 'verify');
  await act('dispatcher', number, 'close');
};
const published = async () => {
  await district.settle();
  await district.publish();
};
const wall = async (query = '') =>
  (await district.call(null, 'GET', `/api/wall${query}`)).body.items as { number: string; [key: string]: unknown }[];
const on = async (number: string, query = '') => (await wall(query)).some((item) => item.number === number);
/** Categories by what their wall rule says. */
const categoryWith = async (publish: string, redact?: string) => {
  const all = (await district.organisations.categories()).all();
  const found = all.find((one) => one.parent !== null && one.wall.publish === publish && (!redact || one.wall.redact === redact));
  if (!found) throw new Error(`no category ${publish} ${redact}`);
  return found.code;
};

describe('publication by rule', () => {
  test('at filing puts an open case on the problem wall, and moves it to the echo wall with its result', async () => {
    const { number } = await filed(await categoryWith('at-filing', 'redacted-text'));
    expect(await on(number)).toBe(false);
    await published();
    expect((await wall()).find((item) => item.number === number)).toMatchObject({
      title: '路口有问题，请尽快处理',
      state: 'filed',
      result: null,
      areaCode: `${districtCode}001001`,
    });
    await closed(number, '已处理，联系人王小明13812345678');
    expect(await on(number)).toBe(false);
    const shown = (await wall('?wall=echoes')).find((item) => item.number === number);
    expect(shown).toMatchObject({ state: 'closed', outcome: 'solved', owner: '城管局', result: expect.stringContaining('已处理') });
    expect(JSON.stringify(shown)).not.toMatch(/13812345678|王小明/);
  });

  test('at closing waits for the closing; of a title-only category no word but the title is told', async () => {
    const { number } = await filed(await categoryWith('at-closing', 'title-only'));
    await published();
    expect(await on(number)).toBe(false);
    await closed(number, '办理经过不宜公开');
    await published();
    const { body } = await district.call(null, 'GET', `/api/wall/${number}`);
    expect(body).toMatchObject({ state: 'closed', body: null, result: null, outcome: 'solved' });
    expect(JSON.stringify(body)).not.toContain('不宜公开');
  });

  test.each([
    ['a category that is never published', async () => filed(await categoryWith('never'))],
    ['a confidential case', async () => filed('0201', { confidential: true })],
    ['a case in which something personal seems to have survived', async () => filed('0201', { body: '请联系微信：老地方88见，井盖坏了' })],
  ])('leaves %s to a person', async (_name, open) => {
    const { number } = await open();
    await published();
    expect((await district.call(null, 'GET', `/api/wall/${number}`)).status).toBe(404);
  });

  test('is an act in the history, done by the product', async () => {
    const { number } = await filed('0201');
    await published();
    const { body } = await district.call('dispatcher', 'GET', `/api/matters/${number}`);
    expect(body.entries.at(-1)).toMatchObject({ action: 'publish', visibility: 'public', actor: { name: '系统' } });
  });

  test('is taken back by an editor, by confidentiality and by withdrawal', async () => {
    const cases = [await filed('0201'), await filed('0201'), await filed('0201')] as const;
    await published();
    await act('editor', cases[0].number, 'unpublish', { reason: '当事人要求' });
    await act('dispatcher', cases[1].number, 'protect', { confidential: true, reason: '当事人要求' });
    await district.call(null, 'POST', `/api/follow/${cases[2].followToken}`, { action: 'withdraw', note: '已经好了' });
    for (const { number } of cases) expect((await district.call(null, 'GET', `/api/wall/${number}`)).status).toBe(404);
    await closed(cases[0].number);
    await published();
    expect((await district.call(null, 'GET', `/api/wall/${cases[0].number}`)).status).toBe(404);
  });
});

describe('places', () => {
  test('in public space are exact, others stand on a raster that no question sees through', async () => {
    const place = { longitude: 114.30512, latitude: 30.50437 };
    const lamp = await filed('0201', { place });
    const home = await filed(await categoryWith('at-closing', 'redacted-text'), { place });
    await act('editor', home.number, 'publish', { title: '邻里问题' });
    await published();
    const nearby = async (from: object, metres: number) =>
      (
        await district.call(
          null,
          'GET',
          `/api/nearby?${new URLSearchParams({ ...(from as Record<string, string>), metres: String(metres) })}`,
        )
      ).body.items as { number: string; metres: number; location: object }[];
    const near = await nearby(place, 200);
    expect(near.find((item) => item.number === lamp.number)).toMatchObject({ metres: 0, location: place });
    expect(near.find((item) => item.number === home.number)).toMatchObject({ location: { longitude: 114.305, latitude: 30.504 } });
    expect((await nearby(place, 10)).map((item) => item.number)).not.toContain(home.number);
    const box = (width: number) =>
      `?bbox=${place.longitude - width},${place.latitude - width},${place.longitude + width},${place.latitude + width}`;
    expect(await on(lamp.number, box(0.00005))).toBe(true);
    expect(await on(home.number, box(0.00005))).toBe(false);
    expect(await on(home.number, box(0.001))).toBe(true);
  });

  test('that are no box are refused with the field', async () => {
    expect(await district.call(null, 'GET', '/api/wall?bbox=1,2,3')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'query.bbox' }] },
    });
  });
});

test('pages of a wall lose and double nothing', async () => {
  for (let i = 0; i < 5; i += 1) await filed('0202');
  await published();
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await district.call(null, 'GET', `/api/wall?category=02&limit=2${cursor}`);
    seen.push(...body.items.map((item: { number: string }) => item.number));
    cursor = body.next ? `&cursor=${body.next}` : '';
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(new Set(seen)).toEqual(new Set((await wall('?category=02&limit=200')).map((item) => item.number)));
  expect((await district.call(null, 'GET', '/api/wall?cursor=abc')).body).toMatchObject({ code: 'invalid-cursor' });
});

describe('comments and likes', () => {
  test('are of residents, redacted before they are kept, and shown after a person has let them', async () => {
    const { number } = await filed('0201');
    await published();
    const url = `/api/wall/${number}/comments`;
    expect((await district.call(null, 'POST', url, { text: '我也遇到' })).status).toBe(401);
    expect((await district.call('dispatcher', 'POST', url, { text: '我也遇到' })).status).toBe(403);
    const { body: comment } = await district.call('li', 'POST', url, { text: '我也遇到，打我电话13800001234' });
    expect(comment).toMatchObject({ state: 'waiting', mine: true });
    const stored = await district.database.query('select author, text from cases.comment');
    expect(JSON.stringify(stored)).not.toMatch(/13800001234|"li"/);
    const list = async (who: string | null) => (await district.call(who, 'GET', `/api/wall/${number}`)).body.commentList;
    expect(await list(null)).toEqual([]);
    expect(await list('wu')).toEqual([]);
    expect(await list('li')).toMatchObject([{ id: comment.id, state: 'waiting', mine: true }]);
    expect((await district.call('editor', 'GET', '/api/comments')).body.items).toMatchObject([{ id: comment.id, number }]);
    expect((await district.call('editor', 'POST', `/api/comments/${comment.id}`, { state: 'shown' })).body).toMatchObject({
      state: 'shown',
    });
    expect(await list(null)).toMatchObject([{ id: comment.id, mine: false }]);
    expect((await wall()).find((item) => item.number === number)).toMatchObject({ comments: 1 });
    await district.call('editor', 'POST', `/api/comments/${comment.id}`, { state: 'hidden', reason: '与本件无关' });
    expect(await list(null)).toEqual([]);
    const audit = await district.database.query('select action, subject from identity.audit_entry order by no desc limit 2');
    expect(audit).toMatchObject([
      { action: 'comment-hidden', subject: number },
      { action: 'comment-shown', subject: number },
    ]);
  });

  test('on what is not published find nothing', async () => {
    const { number } = await filed(await categoryWith('never'));
    expect((await district.call('li', 'POST', `/api/wall/${number}/comments`, { text: '在吗' })).status).toBe(404);
    expect((await district.call('li', 'PUT', `/api/wall/${number}/like`, { like: true })).status).toBe(404);
  });

  test('of another area are not moderated', async () => {
    const { number } = await filed('0201', { place: pointIn(7) });
    await published();
    const { body: comment } = await district.call('wu', 'POST', `/api/wall/${number}/comments`, { text: '也有' });
    const [post] = people.editor.posts;
    people.editor.posts = [{ ...(post as NonNullable<typeof post>), areaCode: `${districtCode}001` }];
    try {
      expect((await district.call('editor', 'POST', `/api/comments/${comment.id}`, { state: 'shown' })).body).toMatchObject({
        code: 'comment-not-found',
      });
      expect((await district.call('editor', 'GET', '/api/comments')).body.items.map((item: { id: string }) => item.id)).not.toContain(
        comment.id,
      );
    } finally {
      people.editor.posts = [post as NonNullable<typeof post>];
    }
  });

  test('each resident likes once', async () => {
    const { number } = await filed('0201');
    await published();
    const like = async (who: string, value: boolean) =>
      (await district.call(who, 'PUT', `/api/wall/${number}/like`, { like: value })).body.likes;
    expect([await like('li', true), await like('li', true), await like('wu', true), await like('li', false)]).toEqual([1, 1, 2, 1]);
    const liked = async (who: string | null) => (await district.call(who, 'GET', `/api/wall/${number}`)).body.liked;
    expect([await liked('wu'), await liked('li'), await liked(null)]).toEqual([true, false, false]);
  });
});

test('open figures are of what is on the walls and hide small cells', async () => {
  const { body } = await district.call(null, 'GET', `/api/wall-figures?area=${districtCode}001`);
  const shown = async (query: string) => (await wall(`${query}&limit=200`)).length;
  expect(body.open).toBe(await shown(`?area=${districtCode}001`));
  expect(body.closed).toBe(await shown(`?wall=echoes&area=${districtCode}001`));
  for (const cell of [
    ...body.byArea.flatMap((row: { open: number | null; closed: number | null }) => [row.open, row.closed]),
    ...body.byCategory.map((row: { count: number | null }) => row.count),
  ])
    expect(cell === null || cell >= 5).toBe(true);
  expect((await district.call(null, 'GET', '/api/wall-figures?area=11')).status).toBe(400);
});

test('a wall is narrowed to states', async () => {
  const { number } = await filed('0203');
  await published();
  expect(await on(number, '?state=filed,handling&category=0203')).toBe(true);
  expect(await on(number, '?state=handling&category=0203')).toBe(false);
});

describe('feeds', () => {
  test.each(['atom', 'rss'])('in %s are well-formed and lead to the page of each case', async (format) => {
    const { number } = await filed('0201', { body: '路灯 <不亮> & 两盏' });
    await published();
    const { body: text, headers } = await district.call(null, 'GET', `/api/wall.${format}?category=0201`);
    expect(headers['content-type']).toBe(`application/${format}+xml; charset=utf-8`);
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain(format === 'atom' ? `/wall/${number}"` : `/wall/${number}<`);
    expect(text).toContain('路灯 &lt;不亮&gt; &amp; 两盏');
  });

  test('as GeoJSON hold the places that are shown in public', async () => {
    const place = { longitude: 114.30512, latitude: 30.50437 };
    const { number } = await filed(await categoryWith('at-closing', 'redacted-text'), { place });
    await act('editor', number, 'publish', { title: '邻里问题' });
    const { body } = await district.call(null, 'GET', '/api/wall.geojson');
    expect(body.type).toBe('FeatureCollection');
    expect(body.features.find((feature: { id: string }) => feature.id === number)).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [114.305, 30.504] },
      properties: { title: '邻里问题' },
    });
  });

  test('are sent once as long as nothing changes', async () => {
    const { headers } = await district.call(null, 'GET', '/api/wall.rss?wall=echoes');
    const again = await district.call(null, 'GET', '/api/wall.rss?wall=echoes', undefined, { 'if-none-match': String(headers.etag) });
    expect(again.status).toBe(304);
  });

  test('refuse a filter that is none', async () => {
    expect((await district.call(null, 'GET', '/api/wall.atom?bbox=1,2')).status).toBe(400);
  });
});
