import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { guardFormula, type OutCell, readRows, unguardFormula, writeCsv, writeXlsx } from './index.ts';
import { gather } from './workbook-for-tests.ts';

const sheet = (rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>, header = ['编号', '内容']) => ({
  header,
  rows,
  timezone: 'Asia/Shanghai',
});
const cellsOf = async (file: Buffer) => (await gather(readRows(file))).map(({ cells }) => cells);

describe('formulas', () => {
  test.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3+cmd|x',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    '=HYPERLINK("http://x")',
    "-1'A",
    '+A1',
    '--路灯',
  ])('%j is disarmed and comes back unchanged', (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`);
    expect(unguardFormula(guardFormula(cell))).toBe(cell);
  });

  test.each([
    '-5',
    '+3.5',
    '-1,234.50',
    '+86 138-0000-0000',
    '-12%',
    '-1e-3',
    '-',
    '——',
    '--',
    '路灯=坏',
    "it's",
    "'quoted",
    '(010) 1',
    '1+1',
  ])('%j is not spoiled', (cell) => {
    expect(guardFormula(cell)).toBe(cell);
    expect(unguardFormula(cell)).toBe(cell);
  });

  test('a string cell of a workbook holds what was typed and is no formula', async () => {
    const file = await buffer(writeXlsx(sheet([['=1+1', '+SUM(A1)']])));
    expect((await cellsOf(file))[1]).toEqual(['=1+1', '+SUM(A1)']);
  });
});

describe('CSV', () => {
  test('begins with the mark that Excel needs, quotes what must be and ends lines as the standard says', async () => {
    const when = new Date('2019-02-14T12:00:00Z');
    const rows = [
      ['1', 'a,"b"\nc'],
      [2.5, when],
      [null, true],
      ['=1', undefined],
    ];
    const file = await buffer(writeCsv(sheet(rows)));
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(iconv.decode(file, 'utf-8')).toBe('编号,内容\r\n1,"a,""b""\nc"\r\n2.5,2019-02-14 20:00:00\r\n,TRUE\r\n\'=1,\r\n');
  });

  test('a failure while rows come reaches the reader', async () => {
    await expect(text(writeCsv(sheet(failing())))).rejects.toThrow('no more');
  });
});

describe('XLSX', { timeout: 30_000 }, () => {
  test('another library reads the same cells, dates included', async () => {
    const rows: OutCell[][] = [
      ['0001', 39.29],
      ['  a\r\nb <&>"\'\u0007_x0041_ 𠮷 ', new Date('2019-02-14T12:00:01Z')],
      [true, -3],
      [null, 'z'],
    ];
    const file = await buffer(writeXlsx(sheet(rows)));
    const [first] = await readExcelFile(file);
    expect(first?.sheet).toBe('Sheet1');
    expect(first?.data[0]).toEqual(['编号', '内容']);
    expect(first?.data[1]).toEqual(['0001', 39.29]);
    expect(first?.data[2]?.[1]).toEqual(new Date('2019-02-14T20:00:01Z'));
    expect(first?.data.slice(3)).toEqual([
      [true, -3],
      [null, 'z'],
    ]);
    expect(await cellsOf(file)).toEqual([
      ['编号', '内容'],
      ['0001', '39.29'],
      ['  a\r\nb <&>"\'\u0007_x0041_ 𠮷 ', '2019-02-14T20:00:01'],
      ['TRUE', '-3'],
      ['', 'z'],
    ]);
  });

  test('any text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const rows = texts.map((cell) => ['x', `|${cell}|`]);
          expect((await cellsOf(await buffer(writeXlsx(sheet(rows))))).slice(1)).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('rows beyond one sheet go on to the next, with the header again', async () => {
    const file = await buffer(writeXlsx({ ...sheet([['1'], ['2'], ['3'], ['4'], ['5']]), name: '案件/清单' }, 3));
    const sheets = await readExcelFile(file);
    expect(sheets.map(({ sheet: name, data }) => [name, data.length])).toEqual([
      ['案件 清单', 3],
      ['案件 清单 2', 3],
      ['案件 清单 3', 2],
    ]);
    expect(sheets[2]?.data[0]).toEqual(['编号', '内容']);
  });

  test('a text above the limit of Excel is cut and says so', async () => {
    const rows = await cellsOf(await buffer(writeXlsx(sheet([['1', '长'.repeat(40_000)]]))));
    expect(rows[1]?.[1]).toHaveLength(32_767);
    expect(rows[1]?.[1]).toContain('截断');
  });

  test('a failure while rows come reaches the reader, and a reader that leaves ends the rows', async () => {
    await expect(buffer(writeXlsx(sheet(failing())))).rejects.toThrow('no more');
    let ended = false;
    const stream = writeXlsx(
      sheet(
        (async function* () {
          try {
            for (let row = 0; ; row++) yield [`${row}`, Math.random()];
          } finally {
            ended = true;
          }
        })(),
      ),
    );
    for await (const _ of stream) break;
    await expect.poll(() => ended).toBe(true);
  });
});

async function* failing(): AsyncGenerator<OutCell[]> {
  yield ['1', 'a'];
  throw new Error('no more');
}
