import { describe, expect, test } from 'vitest';
import { type Known, planImport } from './plan-import.ts';
import type { ReadRow } from './read-organisation-row.ts';

const lookups = { area: (text: string) => (/^\d+$/.test(text) ? text : null), refuse: () => null };
const row = (row: number, name: string, more: Partial<ReadRow> = {}): ReadRow => ({
  row,
  code: null,
  name: { zh: name },
  shortName: null,
  type: 'department',
  area: '990106',
  parent: null,
  ...more,
});
const known = (id: string, name: string, more: Partial<Known> = {}): Known => ({
  id,
  code: null,
  name: { zh: name },
  shortName: name,
  type: 'department',
  areaCode: '990106',
  parentId: null,
  dissolvedOn: null,
  ...more,
});

test('what is there and the same is known, and empty cells keep what is there', () => {
  const existing = [known('1', '城管局', { code: 'C', parentId: '2', name: { zh: '城管局', en: 'Bureau' } }), known('2', '区政府')];
  expect(planImport([row(2, '城管局')], existing, lookups)).toEqual({ created: [], changed: [], known: 1, refused: [], warnings: [] });
});

test('the same code means the same organisation under another name', () => {
  const plan = planImport([row(2, '综合执法局', { code: 'C' })], [known('1', '城管局', { code: 'C' })], lookups);
  expect(plan.changed).toEqual([expect.objectContaining({ id: '1', name: { zh: '综合执法局' } })]);
  expect(plan.warnings).toEqual([{ row: 2, column: 'name', value: '综合执法局', reason: 'changed: name' }]);
});

describe('a parent', () => {
  test('may stand further down in the file, or be there before under its short name', () => {
    const plan = planImport(
      [row(2, '甲', { parent: '乙' }), row(3, '乙', { parent: '府' })],
      [known('9', '区政府', { shortName: '府' })],
      lookups,
    );
    const [first, second] = plan.created;
    expect([first?.parentId, second?.parentId]).toEqual([second?.id, '9']);
  });
  test('that is refused takes those below it along', () => {
    const plan = planImport([row(2, '甲', { parent: '乙' }), row(3, '乙', { parent: '丙' }), row(4, '丙', { area: '桃源' })], [], lookups);
    expect(plan.refused.map((fault) => [fault.row, fault.column])).toEqual([
      [2, 'parent'],
      [3, 'parent'],
      [4, 'area'],
    ]);
  });
  test('that several share by name asks for its code', () => {
    const existing = [known('1', '二中队', { areaCode: '990106001' }), known('2', '二中队', { areaCode: '990106002' })];
    expect(planImport([row(2, '甲', { parent: '二中队' })], existing, lookups).refused[0]).toMatchObject({
      column: 'parent',
      value: '二中队',
    });
  });
  test('is never dissolved, and never the organisation itself by a circle through what is there', () => {
    expect(
      planImport([row(2, '甲', { parent: '旧局' })], [known('1', '旧局', { dissolvedOn: '2026-01-01' })], lookups).refused,
    ).toHaveLength(1);
    const circle = [known('1', '甲'), known('2', '乙', { parentId: '1' })];
    expect(planImport([row(2, '甲', { parent: '乙' })], circle, lookups).refused[0]).toMatchObject({
      column: 'parent',
      reason: 'it would stand below itself',
    });
  });
});

test('a row that names an organisation of a row before is refused, also through its code', () => {
  const plan = planImport(
    [row(2, '甲', { code: 'C' }), row(3, '甲'), row(4, '丁', { code: 'C' })],
    [known('1', '甲', { code: 'C' })],
    lookups,
  );
  expect(plan.known).toBe(1);
  expect(plan.refused.map((fault) => fault.row)).toEqual([3, 4]);
});
