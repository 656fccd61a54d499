import { expect, test } from 'vitest';
import { findTopics, type TopicMessage } from './find-topics.ts';
import { judgeCount } from './surprise.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
const message = (id: string, title: string, text: string, n: number, likes = 0): TopicMessage => ({ id, title, text, at: day(n), likes });
const streets = ['桂花路', '文昌巷', '学府街', '清水桥', '东湖里', '松涛苑', '梧桐里', '青石巷', '红旗路', '幸福里'];

const smoke = streets
  .slice(0, 6)
  .map((street, i) =>
    message(`smoke-${i}`, `${street}露天烧烤油烟呛人`, `${street}一到傍晚露天烧烤摊就摆出来，第${i}家最凶，油烟飘进窗户。`, 170 + i, i),
  );
const place = ['门前井盖松动响', '有流浪狗追人', '公告栏玻璃破碎', '夜里有人飙车', '晾衣绳挡住通道'].map((said, i) =>
  message(`place-${i}`, `映月湖小区${said}`, `映月湖小区${said}，${'甲乙丙丁戊'[i]}。`, 100 + i * 9),
);
const steady = streets.map((street, i) =>
  message(`lamp-${i}`, `${street}路灯不亮`, `${street}路灯不亮已有${i + 2}天，晚间走路看不清脚下。`, i * 18),
);
const topics = findTopics([...smoke, ...place, ...steady], { until: day(180) });

test('groups what many write about, with its label, likes and months', () => {
  const found = topics.find(({ ids }) => ids.includes('smoke-1'));
  expect(found).toMatchObject({ count: 6, likes: 15 });
  expect(found?.label).toMatch(/烧烤|油烟/);
  expect(found?.trend.reduce((sum, { count }) => sum + count, 0)).toBe(6);
});

test('a place name alone makes no topic', () => {
  expect(topics.some(({ label }) => label.includes('映月湖'))).toBe(false);
  expect(topics.filter(({ ids }) => ids.filter((id) => id.startsWith('place-')).length >= 2)).toEqual([]);
});

test('a topic is hot against its own past, not by its size', () => {
  expect(topics.find(({ ids }) => ids.includes('smoke-1'))?.now.hot).toBe(true);
  const lamps = topics.find(({ ids }) => ids.includes('lamp-1'));
  expect(lamps?.count).toBeGreaterThanOrEqual(8);
  expect(lamps?.now.hot).toBe(false);
});

test('counts are judged by how rare they are after such a past', () => {
  expect(judgeCount(50, 500, 10).hot).toBe(false);
  expect(judgeCount(8, 5, 10).hot).toBe(true);
  expect(judgeCount(2, 0, 10).hot).toBe(false);
  expect(judgeCount(9, 0, 0)).toMatchObject({ hot: false, surprise: 0 });
  expect(judgeCount(10, 5, 10).surprise).toBeGreaterThan(judgeCount(8, 5, 10).surprise);
});

test('nothing gives no topics', () => {
  expect(findTopics([])).toEqual([]);
  expect(findTopics([message('a', '', '', 1)])).toEqual([]);
});
