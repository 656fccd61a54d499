import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { caseFields, flawsOf, guessed } from './mapping.ts';

it('offers every field that the server takes, and no other', () => {
  const file = join(resolve(import.meta.dirname, '../../../../..'), 'modules/cases/rules/import-fields.ts');
  const declared = /export const fieldNames = \{([\s\S]*?)\} as const/.exec(readFileSync(file, 'utf8'))![1]!;
  const fields = [...declared.matchAll(/^ {2}([a-z_]+):/gm)].map(([, field]) => field);
  expect([...caseFields].sort()).toEqual(fields.sort());
});

it('a column known to hold nothing of a case begins as not taken', () => {
  expect(
    guessed([
      { column: '序号', field: 'ignored' },
      { column: '标题', field: 'title' },
      { column: '备注', field: null },
    ]),
  ).toEqual({ 序号: null, 标题: 'title', 备注: null });
});

it('tells what stands in the way of reading rows', () => {
  expect(flawsOf({ a: 'title', b: 'title' })).toEqual([{ kind: 'twice', fields: ['title'] }, { kind: 'needOpened' }]);
  expect(flawsOf({ a: 'opened_at', b: null })).toEqual([{ kind: 'needText' }]);
  expect(flawsOf({ a: 'opened_at', b: 'category', c: null, d: null })).toEqual([]);
});
