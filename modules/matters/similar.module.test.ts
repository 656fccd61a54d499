import { afterAll, beforeAll, expect, test } from 'vitest';
import { grams } from './rules/wording.ts';
import { errand } from './testing/errand.ts';
import { staff, testLedger } from './testing/ledger.ts';

const old = '金桂小区三号楼北侧雨水管脱落，水漫进地下车库';
const area = '990101001001';
const since = new Date('2026-01-01T00:00:00Z');
let ledger: Awaited<ReturnType<typeof testLedger>>;
beforeAll(async () => {
  ledger = await testLedger();
  const insert = (count: number, areaCode: string, from: string, text: string) =>
    ledger.database.query(
      `with made as (
         insert into matters.matter (id, number, kind, area_code, title, body, channel, state, state_since, urgency, opened_at, head, entries, version)
         select gen_random_uuid(), 'ER' || $2 || $3 || i, $6, $2, 't', $4, 'hotline', 'asked', at, 1, at, '', 1, 1
         from (select i, $3::timestamptz + i * interval '1 minute' as at from generate_series(1, $1::int) i) g returning id)
       insert into matters.wording (matter_id, grams) select id, array_to_tsvector($5::text[]) from made`,
      [count, areaCode, from, text, grams(text), errand.kind],
    );
  await insert(1, area, '2026-01-02', old);
  await insert(1, '990102001001', '2026-01-02', old);
  await insert(1, area, '2025-06-01', old);
  await insert(2500, area, '2026-01-10', '金桂小区路灯不亮，水井盖松动');
});
afterAll(() => ledger.database.close());

const similar = (text: string) =>
  ledger.matters.similar(staff(['', ['case.read']]), {
    ...{ kind: errand.kind, longitude: null, latitude: null, metres: 300, areaCode: area, since, exclude: null, limit: 40 },
    grams: grams(text),
  });

test.each(['before the database has gathered statistics', 'after it has'])(
  'an old matter in the same words is found behind more than 2,000 newer ones of its area, %s',
  async (when) => {
    if (when.startsWith('after')) await ledger.database.query('analyze matters.wording');
    const found = await similar('金桂小区三号楼雨水管脱落了，地下车库进水');
    const [best] = [...found].sort((a, b) => b.shared - a.shared);
    expect(best?.body).toBe(old);
    // Not the one of another area, nor the one from before the time that is asked about.
    expect(found.filter((row) => row.body === old)).toHaveLength(1);
    expect(found.length).toBeLessThanOrEqual(80);
  },
);

test('words that a text cannot be searched by find nothing and break nothing', async () => {
  expect(await similar('，。！')).toEqual([]);
  expect(await similar(`o'neil \\ it''s & | ! <-> 灯`)).toEqual([]);
});
