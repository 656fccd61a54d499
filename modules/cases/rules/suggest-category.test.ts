import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue/index.ts';
import { suggestCategory } from './suggest-category.ts';

const best = (text: Parameters<typeof suggestCategory>[0]) => suggestCategory(text, catalogue)[0]?.code;

describe('suggesting a category', () => {
  it.each([
    ['巷口的井盖不见了，晚上路过很危险', '0201'],
    ['家里暖气不热，室温只有十四度', '0405'],
    ['楼下烧烤店油烟扰民，窗户不敢开', '0603'],
    ['工地凌晨施工，打桩声音吵得睡不着', '0601'],
    ['包工头拖欠工资，过年都没钱回家', '1001'],
    ['小区电梯故障三天，老人下不了楼', '0302'],
    ['健身房闭店跑路，办的年卡退不了', '1103'],
    ['流动党员想转接组织关系，不知道找哪个党支部', '1201'],
    ['电动车飞线充电，从五楼拉线充电到楼下', '1302'],
    ['孩子今年随迁子女入学，学区划分看不明白', '0801'],
    ['共享单车把人行道堆满了', '0705'],
    ['街边有人占道经营，流动摊贩一直摆到路中间', '0104'],
  ])('finds the category of “%s”', (text, code) => {
    expect(best(text)).toBe(code);
  });

  it('says which words were found', () => {
    const [first] = suggestCategory('路灯不亮，路灯杆也歪了', catalogue);
    expect(first).toMatchObject({ code: '0202' });
    expect(first!.words).toContain('路灯不亮');
  });

  it('suggests nothing where no word fits', () => {
    expect(suggestCategory('你好', catalogue)).toEqual([]);
    expect(suggestCategory({ title: '', body: '' }, catalogue)).toEqual([]);
  });

  it('gives at most three, best first', () => {
    const found = suggestCategory('垃圾没人清运，路灯不亮，路面坑洼，井盖也松了，树枝挡住信号灯', catalogue);
    expect(found).toHaveLength(3);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('counts the longest word only', () => {
    const catalogue = [
      { code: 'a', words: ['垃圾'] },
      { code: 'b', words: ['垃圾分类'] },
    ];
    expect(suggestCategory('垃圾分类', catalogue).map(({ code }) => code)).toEqual(['b']);
  });

  it('counts the title double', () => {
    const catalogue = [
      { code: 'a', words: ['噪音'] },
      { code: 'b', words: ['停车'] },
    ];
    expect(suggestCategory({ title: '停车', body: '噪音' }, catalogue)[0]!.code).toBe('b');
    expect(suggestCategory({ title: '噪音', body: '停车' }, catalogue)[0]!.code).toBe('a');
  });

  it('lets a word that many categories share weigh less', () => {
    const catalogue = [
      { code: 'a', words: ['小区'] },
      { code: 'b', words: ['小区', '水管'] },
      { code: 'c', words: ['小区'] },
    ];
    const [first, second] = suggestCategory('小区水管', catalogue);
    expect(first!.code).toBe('b');
    expect(second!.score).toBeLessThan(first!.score / 2);
  });

  it('passes over categories that are no longer used', () => {
    expect(suggestCategory('噪音', [{ code: 'a', words: ['噪音'], active: false }])).toEqual([]);
  });

  it('follows a catalogue that was replaced', () => {
    const before = [{ code: 'a', words: ['噪音'] }];
    expect(suggestCategory('停车', before)).toEqual([]);
    expect(suggestCategory('停车', [...before, { code: 'b', words: ['停车'] }])).toHaveLength(1);
  });

  it('reads a text of 300 characters in well under a millisecond', () => {
    const text = '小区门口的垃圾堆了好几天没有人清理，夜里还有人施工。'.repeat(12);
    for (let i = 0; i < 500; i++) suggestCategory(text, catalogue);
    const started = performance.now();
    for (let i = 0; i < 500; i++) suggestCategory(text, catalogue);
    expect((performance.now() - started) / 500).toBeLessThan(0.3);
  });
});
