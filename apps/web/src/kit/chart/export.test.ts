import { expect, it } from 'vitest';
import { toCsv } from './export.ts';

const columns = [
  { key: 'name', label: '名称' },
  { key: 'count', label: '件数' },
];

it('writes figures that a spreadsheet reads: mark, commas and quotes, empty for nothing', () => {
  expect(
    toCsv(columns, [
      { name: '东,"南"', count: 3 },
      { name: '西', count: null },
    ]),
  ).toBe('\ufeff名称,件数\r\n"东,""南""",3\r\n西,\r\n');
});

it('never writes words that a spreadsheet would run as a formula, and leaves negative figures alone', () => {
  expect(toCsv(columns, [{ name: '=HYPERLINK("x")', count: -3 }])).toContain(`"'=HYPERLINK(""x"")",-3`);
});
