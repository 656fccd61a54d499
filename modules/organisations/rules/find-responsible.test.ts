import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findResponsible, type Line, type ResponsibilityList } from './find-responsible.ts';

const parents: Record<string, string | null> = { a: null, ab: 'a', abc: 'ab', z: 'z' };
const arbitrary = fc.record({
  lines: fc.uniqueArray(
    fc.record({
      category: fc.constantFrom('a', 'ab', 'abc', 'z'),
      areaCode: fc.constantFrom('99', '9901', '990106', '990106001', '990107'),
      lead: fc.constantFrom('l', 'm', 'gone'),
    }),
    {
      selector: ({ category, areaCode }) => `${category} ${areaCode}`,
    },
  ),
  category: fc.constantFrom('a', 'ab', 'abc', 'z', 'unknown'),
  areaCode: fc.constantFrom('99', '990106', '990106001', '990106001002', '990107', '11'),
});
const exists = (id: string) => id !== 'gone';

function listOf(lines: { category: string; areaCode: string; lead: string }[]): ResponsibilityList {
  const byCategory = new Map<string, Map<string, Line>>();
  for (const { category, areaCode, lead } of lines) {
    const line = { id: `${category} ${areaCode}`, leadOrganisationId: lead, assistOrganisationIds: ['l', 'gone'], limit: null };
    byCategory.set(category, (byCategory.get(category) ?? new Map()).set(areaCode, line));
  }
  const lengths = [...new Set(lines.map((line) => line.areaCode.length))].sort((a, b) => b - a);
  return {
    lines: byCategory,
    lengths,
    categories: new Map(Object.entries(parents).map(([code, parent]) => [code, { parent, limit: null }])),
  };
}

test('the line that answers is the one that sorting all fitting lines by category and then by length of area puts first', () => {
  fc.assert(
    fc.property(arbitrary, ({ lines, category, areaCode }) => {
      const chain: string[] = [];
      for (let code: string | null = category; code !== null && !chain.includes(code); code = parents[code] ?? null) chain.push(code);
      const [best] = lines
        .filter((line) => chain.includes(line.category) && areaCode.startsWith(line.areaCode) && exists(line.lead))
        .sort((a, b) => chain.indexOf(a.category) - chain.indexOf(b.category) || b.areaCode.length - a.areaCode.length);
      const { found, tried } = findResponsible(listOf(lines), category, areaCode, exists);
      expect(found?.responsibilityId).toBe(best && `${best.category} ${best.areaCode}`);
      if (found) {
        expect(tried.at(-1)).toEqual({ category: found.category, areaCode: found.areaCode });
        expect(found.assistOrganisationIds).toEqual(['l']);
      }
      expect(new Set(tried.map((line) => `${line.category} ${line.areaCode}`)).size).toBe(tried.length);
    }),
  );
});

test('the limit is that of the line, else of the category, else of the nearest one above that has any', () => {
  const hours = (amount: number) => ({ amount, unit: 'hour' as const });
  const line = { id: '1', leadOrganisationId: 'l', assistOrganisationIds: [] };
  const list = (limit: { amount: number; unit: 'hour' } | null): ResponsibilityList => ({
    lines: new Map([['a', new Map([['99', { ...line, limit }]])]]),
    lengths: [2],
    categories: new Map([
      ['a', { parent: null, limit: hours(24) }],
      ['ab', { parent: 'a', limit: null }],
      ['ac', { parent: 'a', limit: hours(4) }],
    ]),
  });
  expect(findResponsible(list(hours(1)), 'ac', '9901', exists).limit).toEqual(hours(1));
  expect(findResponsible(list(null), 'ac', '9901', exists).limit).toEqual(hours(4));
  expect(findResponsible(list(null), 'ab', '9901', exists).limit).toEqual(hours(24));
  expect(findResponsible(list(null), 'ab', '11', exists)).toMatchObject({ found: null, limit: hours(24) });
});
