import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type ReadingChoices, readRows, SpreadsheetRefused, sniff } from './index.ts';
import { gather, workbookOf } from './workbook-for-tests.ts';

const all = (source: Uint8Array, choices?: ReadingChoices) => gather(readRows(source, choices));
const cells = async (source: Uint8Array) => (await all(source)).map((row) => row.cells);
const refusal = async (source: Uint8Array, choices?: ReadingChoices) => {
  const error = await all(source, choices).then(
    () => null,
    (failure) => failure,
  );
  expect(error).toBeInstanceOf(SpreadsheetRefused);
  return error.refusal;
};
const styles = (...codes: string[]) =>
  `<styleSheet><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`;

describe('what a workbook says', () => {
  test('a file of another library reads cell by cell: text, numbers, booleans, dates', async () => {
    const file = await writeExcelFile([
      ['编号', '时间', '数', '是'],
      ['0001', { value: new Date(Date.UTC(2019, 1, 14, 20, 0, 0)), type: Date, format: 'yyyy-mm-dd hh:mm' }, 39.29, true],
      ['a & <b>\n"c"', null, -5, false],
    ]).toBuffer();
    expect(await cells(file)).toEqual([
      ['编号', '时间', '数', '是'],
      ['0001', '2019-02-14T20:00:00', '39.29', 'TRUE'],
      ['a & <b>\n"c"', '', '-5', 'FALSE'],
    ]);
    expect(await sniff(file)).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null, header: ['编号', '时间', '数', '是'] });
  });

  test('numbers keep the text that was typed', async () => {
    const row = [
      '39.289999999999999',
      '13912345678',
      '310101199001011234',
      '1.2345678901234568E+17',
      '1E-3',
      '-0.5',
      '100',
      '0.30000000000000004',
    ];
    const file = await workbookOf(`<row>${row.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`);
    expect((await cells(file))[0]).toEqual([
      '39.29',
      '13912345678',
      '310101199001011234',
      '123456789012345680',
      '0.001',
      '-0.5',
      '100',
      '0.30000000000000004',
    ]);
  });

  test('dates follow the number format of the cell, whatever its language', async () => {
    const sheet = ['1', '2', '3', '4', '5', '0'].map((style) => `<c s="${style}"><v>43510.833333333336</v></c>`).join('');
    const file = await workbookOf(`<row>${sheet}</row><row><c s="5"><v>43510</v></c><c s="2"><v>0.5</v></c><c s="5"><v>60</v></c></row>`, {
      'xl/styles.xml': styles(
        'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
        '[$-804]上午/下午h&quot;时&quot;',
        '0.00&quot;days&quot;',
        '[h]:mm',
      ),
    });
    expect(await cells(file)).toEqual([
      ['2019-02-14T20:00:00', '2019-02-14T20:00:00', '43510.833333333336', '1044260:00:00', '2019-02-14T20:00:00', '43510.833333333336'],
      ['2019-02-14', '12:00:00', '60'],
    ]);
  });

  test('a workbook that counts from 1904 gives the same day as one that counts from 1900', async () => {
    const file = await workbookOf('<row><c s="1"><v>42048</v></c></row>', {
      'xl/styles.xml': styles(),
      'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="s1"/></sheets></workbook>',
    });
    expect(await cells(file)).toEqual([['2019-02-14']]);
  });

  test('shared strings: rich text is joined, reading aids are left out, escaped characters come back', async () => {
    const file = await workbookOf('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>9</v></c></row>', {
      'xl/sharedStrings.xml':
        '<sst><si><t/></si><si><r><t>路</t></r><r><t xml:space="preserve"> 灯</t></r><rPh sb="0" eb="1"><t>deng</t></rPh></si><si><t>a_x000D_b</t></si></sst>',
    });
    expect(await cells(file)).toEqual([['', '路 灯', 'a\rb', '']]);
  });

  test('gaps, missing references and namespace prefixes are understood; rows keep their number', async () => {
    const file = await workbookOf('', {
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row r="4"/><x:row><x:c r="AA5" t="str"><x:f>1+1</x:f><x:v>done</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    const rows = await all(file);
    expect(rows[0]).toEqual({ row: 3, cells: ['', '1', '2'] });
    expect(rows[1]?.row).toBe(5);
    expect(rows[1]?.cells.slice(26)).toEqual(['done', '#N/A']);
  });

  test('the first sheet that is shown is read unless another is named', async () => {
    const file = await workbookOf('<row><c><v>1</v></c></row>', {
      'xl/workbook.xml': '<workbook><sheets><sheet name="藏" state="hidden" r:id="s1"/><sheet name="显" r:id="s2"/></sheets></workbook>',
      'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>',
    });
    expect((await sniff(file)).sheets).toEqual(['显', '藏']);
    expect(await cells(file)).toEqual([['2']]);
    expect((await all(file, { sheet: '藏' }))[0]?.cells).toEqual(['1']);
    expect(await refusal(file, { sheet: '无' })).toBe('sheet-missing');
  });
});

describe('what is refused', { timeout: 30_000 }, () => {
  test('an archive that swells is refused before it is unpacked, and while it is when it lies about its size', async () => {
    const swelling = await workbookOf('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(30 * 2 ** 20, ' ') });
    expect(swelling.length).toBeLessThan(100_000);
    expect(await refusal(swelling)).toBe('archive-swells');
    expect(await refusal(await workbookOf('<row><c><v>1</v></c></row>'.repeat(5000)), { limits: { unpackedBytes: 50_000 } })).toBe(
      'archive-swells',
    );
    const lying = await workbookOf('<row><c><v>1</v></c></row>'.repeat(5000));
    const size = 5000 * 26 + 46;
    for (let at = lying.indexOf('PK\x01\x02'); at !== -1; at = lying.indexOf('PK\x01\x02', at + 1)) {
      if (Math.abs(lying.readUInt32LE(at + 24) - size) < 50) lying.writeUInt32LE(100, at + 24);
    }
    expect(await refusal(lying)).toBe('broken-archive');
  });

  test('too many entries, paths that climb out, one name twice', async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x/${at}`, '']));
    expect(await refusal(await workbookOf('', many), { limits: { entries: 20 } })).toBe('archive-too-many');
    const renamed = async (from: string, to: string) =>
      Buffer.from((await workbookOf('', { [from]: 'x' })).toString('latin1').replaceAll(from, to), 'latin1');
    expect(await refusal(await renamed('aaa/evil.xml', '../../il.xml'))).toBe('archive-path');
    expect(await refusal(await renamed('aaa/evil.xml', '/etc/evil.xm'))).toBe('archive-path');
    expect(await refusal(await renamed('xx/workbook.xml', 'xl/workbook.xml'))).toBe('broken-archive');
  });

  test('entity bombs and other document types are refused', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    expect(await refusal(await workbookOf('', { 'xl/worksheets/sheet1.xml': bomb }))).toBe('broken-workbook');
  });

  test.each([
    ['not-a-spreadsheet', { 'word/document.xml': '<a/>' }],
    ['not-a-spreadsheet', { '_rels/.rels': null }],
    ['binary-workbook', { 'xl/workbook.bin': 'x' }],
    ['open-document', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }],
    ['broken-workbook', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }],
    ['broken-workbook', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c>' }],
    [
      'too-many-columns',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>' },
    ],
    [
      'text-too-long',
      {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c t="str"><v>${'x'.repeat(2 ** 20 + 1)}</v></c></row></sheetData></worksheet>`,
      },
    ],
  ])('%s', async (code, parts) => {
    expect(await refusal(await workbookOf('', parts), { limits: { ratio: 5_000 } })).toBe(code);
  });

  test('a workbook cut or changed anywhere is read or refused by name, never anything else', async () => {
    const when = { value: new Date(0), type: Date, format: 'yyyy-mm-dd' };
    const whole = await writeExcelFile([
      ['a', 'b'],
      ['路灯', 1.5],
      [when, 'x'.repeat(500)],
    ]).toBuffer();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        async (cut, changes) => {
          const file = Buffer.from(changes.length ? whole : whole.subarray(0, cut));
          for (const [at, byte] of changes) file[at] = byte;
          try {
            await sniff(file);
            await all(file);
          } catch (error) {
            expect(error).toBeInstanceOf(SpreadsheetRefused);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
