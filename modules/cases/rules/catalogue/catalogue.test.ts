import { Bilingual, CategoryCode, Limit } from '@gongzhi/contract/primitives';
import { describe, expect, it } from 'vitest';
import { catalogue, leadTypes } from './index.ts';

const limitOf = (code: string) => catalogue.find((category) => category.code === code)!.limit;

describe('the shipped catalogue', () => {
  it('has two levels, parents before their children, and no code twice', () => {
    const seen = new Set<string>();
    for (const { code, parent } of catalogue) {
      expect(seen.has(code)).toBe(false);
      expect(parent).toBe(code.length === 4 ? code.slice(0, 2) : null);
      if (parent) expect(seen.has(parent)).toBe(true);
      seen.add(code);
    }
    expect(catalogue.filter(({ parent }) => parent !== null).length).toBeGreaterThanOrEqual(70);
  });

  it('leaves 79 to 99 to the place', () => {
    for (const { code } of catalogue) {
      expect(Number(code.slice(0, 2))).toBeLessThan(79);
      if (code.length === 4) expect(Number(code.slice(2))).toBeLessThan(79);
    }
  });

  it('carries names, limits and codes that the wire accepts', () => {
    for (const category of catalogue) {
      expect(CategoryCode.safeParse(category.code).success).toBe(true);
      expect(Bilingual.required().safeParse(category.name).success).toBe(true);
      expect(Limit.nullable().safeParse(category.limit).success).toBe(true);
      expect(leadTypes).toHaveProperty(category.leadType);
    }
  });

  it('can suggest every second-level category', () => {
    for (const { code, parent, words } of catalogue) {
      if (parent) expect(words.length, code).toBeGreaterThanOrEqual(7);
    }
  });

  it('holds the time limits of the published table', () => {
    expect(limitOf('0101')).toEqual({ amount: 4, unit: 'working-hour' });
    expect(limitOf('0102')).toEqual({ amount: 2, unit: 'working-hour' });
    expect(limitOf('0103')).toEqual({ amount: 1, unit: 'working-day' });
    expect(limitOf('0104')).toEqual({ amount: 2, unit: 'hour' });
    expect(limitOf('0404')).toEqual({ amount: 1, unit: 'hour' });
    expect(limitOf('0201')).toEqual({ amount: 2, unit: 'hour' });
    expect(limitOf('0501')).toEqual({ amount: 2, unit: 'day' });
    expect(limitOf('0502')).toEqual({ amount: 15, unit: 'working-day' });
  });

  it('keeps livelihood, health and neighbours’ quarrels off the walls', () => {
    for (const code of ['0901', '0902', '1003', '1005', '1203', '1205']) {
      expect(catalogue.find((category) => category.code === code)!.wall.publish).toBe('never');
    }
  });

  it('covers every class of urban events of GB/T 30428.2 that has a form of its own', () => {
    const events = new Set(catalogue.flatMap(({ standard }) => (standard?.part === 'event' ? [standard.class] : [])));
    expect([...events].sort()).toEqual(['01', '02', '03', '04', '05']);
    const components = new Set(catalogue.flatMap(({ standard }) => (standard?.part === 'component' ? [standard.class] : [])));
    expect([...components].sort()).toEqual(['01', '02', '03', '04', '05']);
  });
});
