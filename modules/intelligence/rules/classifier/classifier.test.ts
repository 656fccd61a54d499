import { expect, test } from 'vitest';
import { inventedMessages } from '../../testing/invented-messages.ts';
import { judge } from './judge.ts';
import { surestLevel } from './levels.ts';
import { measure } from './measures.ts';
import { Repeats } from './repeats.ts';
import { CannotLearn, train } from './train.ts';
import { collectTraining } from './training-set.ts';

const learn = (count: number, seed = 1) => {
  const collected = collectTraining();
  for (const message of inventedMessages(count)) collected.add(message);
  return train(collected.set(), { seed });
};
const model = learn(400);

test('tells apart what it has learned, with the words that led to it', () => {
  const { ranked, because, sure } = judge(model, { title: '南门口', text: '自来水又黄又浑，水管有铁锈味' });
  expect(ranked[0]?.label).toBe('供水供气');
  expect(sure).toBe(true);
  expect(because.join()).toMatch(/水/);
});

test('the same messages and seed give the same model, to the last bit', () => {
  const again = learn(400);
  expect(Buffer.compare(Buffer.from(again.weights.buffer), Buffer.from(model.weights.buffer))).toBe(0);
  expect(again.card).toEqual(model.card);
});

test.each([
  ['nothing', ''],
  ['one character', '水'],
  ['blanks', ' \n\t '],
  ['another language', 'The quick brown fox jumps over the lazy dog and keeps running through the night'],
  ['keys pressed at random', 'asdf;lkj qwer[]\\ zxcv,./ 1234567890 @@@@ ####'],
  ['signs that turn the direction', '\u202e\u202d\u2066\u0000\ud800'],
])('says that it does not know what to make of %s', (_, text) => {
  expect(judge(model, { text })).toMatchObject({ sure: false });
});

test('a very long text is judged by what it says, in bounded time', () => {
  const { ranked } = judge(model, { text: '路口的垃圾没有清运，气味很大。'.repeat(500) });
  expect(ranked[0]?.label).toBe('市容环卫');
  expect(judge(model, { text: 'ﷺ'.repeat(7000) }).sure).toBe(false);
});

test('words that were segmented elsewhere are judged like running text', () => {
  const { ranked } = judge(model, { tokens: ['小区', '门口', '乱', '停车', '出不去'] });
  expect(ranked[0]?.label).toBe('停车管理');
});

test('chances of all labels sum to one', () => {
  const { ranked } = judge(model, { text: '工地夜里很吵' }, 10);
  expect(ranked.reduce((sum, one) => sum + one.chance, 0)).toBeCloseTo(1);
});

test('tells nothing as certain, and still answers what is plain', () => {
  const { ranked, sure } = judge(model, { title: '垃圾桶满了没有清运', text: '垃圾桶满了没有清运，垃圾堆在路口发臭' });
  expect(ranked[0]?.chance).toBeLessThan(0.98);
  expect(sure).toBe(true);
});

test('refuses to learn from too little, in plain words', () => {
  expect(() => learn(5)).toThrow(CannotLearn);
  const collected = collectTraining();
  for (let i = 0; i < 30; i += 1) collected.add({ text: `垃圾清运${i}`, label: '一样' });
  expect(() => train(collected.set())).toThrow('only one label');
});

test('several labels of one message are all learned, the first as the main one', () => {
  const collected = collectTraining();
  for (const { label, ...words } of inventedMessages(200)) collected.add({ ...words, label: [label, `${label}之二`] });
  const { ranked } = judge(train(collected.set()), { text: '夜里施工打桩吵得睡不着' });
  expect(ranked[0]?.label).toContain('噪声扰民');
});

test('where title and text speak of different matters, the title has the last word', () => {
  const noise = '夜里施工打桩吵得睡不着';
  const refuse = '垃圾桶满了没有清运';
  expect(judge(model, { title: refuse, text: noise }).ranked[0]?.label).toBe('市容环卫');
  expect(judge(model, { title: noise, text: refuse }).ranked[0]?.label).toBe('噪声扰民');
});

test('a message sent again counts once, and in whatever form never stands apart from its first', () => {
  const repeats = new Repeats();
  const said = '桂花路路口垃圾堆放三天无人清运气味很大，居民打电话给物业公司推脱责任';
  repeats.add({ title: '桂花路垃圾', text: said }, '市容环卫');
  repeats.add({ title: '桂花路垃圾', text: `${said}！！` }, '市容环卫');
  repeats.add({ tokens: '桂花路 垃圾 桂花路 路口 垃圾 堆放 三天 无人 清运 气味 很大 居民 打电话 物业公司 推脱 责任' }, '市容环卫');
  repeats.add({ title: '桂花路垃圾', text: said }, '物业管理');
  repeats.add({ text: '东湖小区消防通道被私家车堵住，救护车开不进来' }, '停车管理');
  const { wording, counts } = repeats.found();
  expect([...counts]).toEqual([0.5, 0.5, 1, 1, 1]);
  expect(new Set(wording.slice(0, 4)).size).toBe(1);
  expect(wording[4]).not.toBe(wording[0]);
});

test('one message copied a hundred times does not outvote what many wrote', () => {
  const collected = collectTraining();
  for (const message of inventedMessages(200)) collected.add(message);
  for (let i = 0; i < 100; i += 1)
    collected.add({ title: '厨余垃圾遗撒一地', text: '厨余垃圾遗撒一地，垃圾站气味很大。', label: '停车管理' });
  const { ranked } = judge(train(collected.set()), { text: '厨余垃圾没人清运，垃圾站气味大' });
  expect(ranked[0]?.label).toBe('市容环卫');
});

test('measures are those of the definitions', () => {
  const found = measure([
    { truth: 'a', said: 'a', confidence: 0.95, answered: true },
    { truth: 'a', said: 'b', confidence: 0.55, answered: false },
    { truth: 'b', said: 'b', confidence: 0.95, answered: true },
    { truth: 'c', said: null, confidence: 0, answered: false },
  ]);
  expect(found).toMatchObject({ accuracy: 0.5, coverage: 0.5, answeredAccuracy: 1 });
  expect(found.macroF1).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3);
  expect(found.ece).toBeCloseTo((0.1 + 0.55 + 0) / 4);
  expect(found.confusion).toEqual({ a: { a: 1, b: 1 }, b: { b: 1 }, c: { '?': 1 } });
});

test('goes up a level where only the level above is sure', () => {
  const ranked = [
    { label: '0101', chance: 0.45 },
    { label: '0102', chance: 0.4 },
    { label: '02', chance: 0.15 },
  ];
  const parentOf = (label: string) => (label.length > 2 ? label.slice(0, 2) : null);
  expect(surestLevel(ranked, 0.7, parentOf)).toMatchObject({ label: '01' });
  expect(surestLevel(ranked, 0.4, parentOf)).toMatchObject({ label: '0101' });
  expect(surestLevel(ranked, 0.95, parentOf)).toBeNull();
});
