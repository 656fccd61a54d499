import { CaseRules } from '@gongzhi/contract/case-rules';
import { describe, expect, it } from 'vitest';
import { blanksOf, filled, knownOf } from './fill.ts';

const matter = { title: '路灯不亮', number: 'GZ202603010000001', lead: null, categoryName: null, areaName: '第一网格', address: null };
const known = knownOf(matter, () => '2026年3月1日', 0);

describe('a reply that begins with a template', () => {
  it('has filled in what the case knows, and asks for the rest once each', () => {
    const text = '“{title}”（{number}）由{unit}于{today}核实，{核实情况}。{核实情况}';
    expect(blanksOf(text, known)).toEqual(['unit', '核实情况']);
    expect(filled(text, { ...known, 核实情况: '已更换灯泡' })).toBe(
      '“路灯不亮”（GZ202603010000001）由{unit}于2026年3月1日核实，已更换灯泡。已更换灯泡',
    );
  });

  it('keeps an empty blank where it is seen, and does not fill what was filled in', () => {
    expect(filled('{a}{b}', { a: '{b}', b: ' ' })).toBe('{b}{b}');
  });

  it('can be written with every template that is shipped', () => {
    for (const { text } of CaseRules.parse({}).replies) {
      const values = { ...known, ...Object.fromEntries(blanksOf(text, known).map((name) => [name, '甲'])) };
      expect(filled(text, values)).not.toMatch(/[{}]/);
    }
  });
});
