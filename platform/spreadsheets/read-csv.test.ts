import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type ReadingChoices, readRows, type SheetRow, SpreadsheetRefused, sniff } from './index.ts';
import { gather } from './workbook-for-tests.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const all = async (source: Uint8Array, choices?: ReadingChoices): Promise<SheetRow[]> => gather(readRows(source, choices));
const code = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (failure) => failure,
  );
  expect(error).toBeInstanceOf(SpreadsheetRefused);
  expect(error.reason.zh).not.toBe('');
  return error.refusal;
};

describe('encodings', { timeout: 30_000 }, () => {
  const text = '编号,主题\r\n1,路灯不亮\r\n';
  const rows = [
    { row: 1, cells: ['编号', '主题'] },
    { row: 2, cells: ['1', '路灯不亮'] },
  ];
  test.each([
    ['utf-8', 'certain', bytes(text)],
    ['utf-8', 'certain', bytes(`\ufeff${text}`)],
    ['gb18030', 'likely', iconv.encode(text, 'gb18030')],
    ['utf-16le', 'certain', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', 'certain', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf-16le', 'likely', iconv.encode(`${text}2,一一一一\n`, 'utf-16le')],
  ])('%s is recognised (%s) and read without its mark', async (encoding, certainty, file) => {
    const sniffed = await sniff(file);
    expect([sniffed.encoding, sniffed.encodingCertainty]).toEqual([encoding, certainty]);
    expect(sniffed.header).toEqual(['编号', '主题']);
    expect((await all(file)).slice(0, 2)).toEqual(rows);
  });

  test('GB18030 that shows itself only after a megabyte of plain letters is still recognised', async () => {
    const file = Buffer.concat([bytes(`a,b\n${'1,plain\n'.repeat(150_000)}`), iconv.encode('2,窨井盖\n', 'gb18030')]);
    expect((await sniff(file)).encoding).toBe('gb18030');
    expect((await all(file)).at(-1)).toEqual({ row: 150_002, cells: ['2', '窨井盖'] });
  });

  test('characters of four bytes survive the border between two pieces', async () => {
    const cell = '𠮷㐀'.repeat(100_000);
    const [, row] = await all(iconv.encode(`a,b\n1,${cell}\n`, 'gb18030'));
    expect(row?.cells[1]).toBe(cell);
  });

  test('the person may choose another encoding than the detected one', async () => {
    const file = iconv.encode('a,b\n1,路灯\n', 'gb18030');
    expect((await all(file, { encoding: 'utf-8' }))[1]?.cells[1]).toContain('\ufffd');
    expect((await sniff(file, { encoding: 'utf-8' })).encodingCertainty).toBe('chosen');
  });

  test('bytes that fit no encoding are read with marks and called unsure', async () => {
    expect((await sniff(Buffer.concat([bytes('a,b\n1,'), Buffer.from([0xff, 0xff, 0x0a])]))).encodingCertainty).toBe('unsure');
  });
});

describe('delimiters and lines', () => {
  test.each([
    [',', 'a,b,c\n"x;y;z",2,3\n'],
    [';', 'a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n'],
    ['\t', 'a\tb\tc\n1,1\t2\t3\n'],
  ])('%j is found although others occur in the text', async (delimiter, text) => {
    expect((await sniff(bytes(text))).delimiter).toBe(delimiter);
  });

  test('quoted line breaks stay in their cell and the row is counted once; blank lines count but are not given', async () => {
    expect(await all(bytes('a,b\r\n1,"x\ny ""z"""\r\n\r\n,\r\n3,4\r\n'))).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', 'x\ny "z"'] },
      { row: 5, cells: ['3', '4'] },
    ]);
  });

  test('a stray quotation mark inside a cell is text', async () => {
    expect((await all(bytes('a,b\n1,5" pipe\n')))[1]?.cells).toEqual(['1', '5" pipe']);
  });

  test('rows longer and shorter than the header are given as they are', async () => {
    expect((await all(bytes('a,b\n1\n1,2,3\n'))).map(({ cells }) => cells.length)).toEqual([2, 1, 3]);
  });

  test('titles above the header are passed over; names are made unique', async () => {
    const sniffed = await sniff(bytes('诉求台账,,,\n单位：,某街道,,\n编号,时间,时间,\n1,2,3,4\n5,6,7,8\n'));
    expect(sniffed.headerRow).toBe(3);
    expect(sniffed.header).toEqual(['编号', '时间', '时间 (2)', '列 D']);
    expect(sniffed.sampleRows[0]).toEqual({ row: 4, cells: ['1', '2', '3', '4'] });
  });
});

describe('refusals', { timeout: 30_000 }, () => {
  test('a quotation mark that never closes is refused with its row, not read as one giant cell', async () => {
    expect(await code(all(bytes(`a,b\n1,"x\n${'2,y\n'.repeat(10)}`)))).toBe('broken-csv');
    expect(await code(all(bytes(`a,b\n1,"x\n${'2,y\n'.repeat(400_000)}`)))).toBe('broken-csv');
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['empty', bytes('\n\n , \n')],
    ['not-a-spreadsheet', bytes('%PDF-1.7\n')],
    ['not-a-spreadsheet', Buffer.from([0x61, 0x00, 0x00, 0x00, 0x62, 0x2c])],
    ['web-page', bytes('\ufeff<html><table><tr><td>1</td></tr></table></html>')],
    ['web-page', bytes('<?xml version="1.0"?><Workbook/>')],
    ['old-workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    [
      'encrypted',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
  ])('%s', async (expected, file) => {
    expect(await code(sniff(file))).toBe(expected);
  });

  test('limits of size and columns hold', async () => {
    expect(await code(all(bytes('a,b\n1,2\n'), { limits: { fileBytes: 5 } }))).toBe('too-large');
    expect(await code(all(bytes(`${'a,'.repeat(50)}\n`), { limits: { columns: 50 } }))).toBe('too-many-columns');
  });

  test('any bytes are read or refused by name, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (file) => {
        try {
          await sniff(file);
          await all(file);
        } catch (error) {
          expect(error).toBeInstanceOf(SpreadsheetRefused);
        }
      }),
    );
  });
});
