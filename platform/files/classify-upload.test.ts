import { buffer } from 'node:stream/consumers';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { writeXlsx } from '../spreadsheets/index.ts';
import { attachmentHeaders, classifyUpload, FileRefused, photoHeaders } from './index.ts';

const refusal = async (content: Uint8Array, name = 'a.txt') => {
  const error = await classifyUpload(content, name).then(
    () => null,
    (failure) => failure,
  );
  expect(error).toBeInstanceOf(FileRefused);
  return error.code;
};
const zipped = (entries: Record<string, string>) => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
};
const word = (more: Record<string, string> = {}) =>
  zipped({
    'word/document.xml': '<a/>',
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ...more,
  });
const pdf = (inside = '1 0 obj<</Type/Catalog>>endobj') => Buffer.from(`%PDF-1.7\n${inside}\ntrailer<<>>\n%%EOF\n`, 'latin1');
const wav = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1'), Buffer.alloc(40)]);
const mp4 = (brand: string) => Buffer.concat([Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}isom`, 'latin1'), Buffer.alloc(64)]);

describe('what is taken', () => {
  test('a photo by its content, whatever its name says', async () => {
    const jpeg = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    expect(await classifyUpload(jpeg, 'IMG_1.JPEG')).toEqual({ kind: 'photo', type: 'image/jpeg', safeName: 'IMG_1.jpeg' });
    expect(await classifyUpload(jpeg, '../../evil.php')).toEqual({ kind: 'photo', type: 'image/jpeg', safeName: 'evil.jpg' });
  });

  test.each([
    ['pdf', 'application/pdf', async () => pdf()],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', word],
    [
      'xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      () => buffer(writeXlsx({ header: ['a'], rows: [['b']], timezone: 'Asia/Shanghai' })),
    ],
    ['txt', 'text/plain', async () => Buffer.from('路灯不亮\r\n1 < 2 & 3 > 2')],
    ['txt', 'text/plain', async () => iconv.encode('路灯不亮', 'gb18030')],
    ['csv', 'text/csv', async () => iconv.encode('编号,主题\n', 'utf-16le', { addBOM: true })],
    ['wav', 'audio/wav', async () => wav],
    ['amr', 'audio/amr', async () => Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(32)])],
    [
      'mp3',
      'audio/mpeg',
      async () => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(64)]),
    ],
    ['m4a', 'audio/mp4', async () => mp4('M4A ')],
    ['mp4', 'video/mp4', async () => mp4('mp42')],
  ])('%s as %s', async (extension, type, make) => {
    expect(await classifyUpload(await make(), `情况说明.${extension}`)).toEqual({
      kind: 'attachment',
      type,
      safeName: `情况说明.${extension}`,
    });
  });

  test('the ending follows the content', async () => {
    expect((await classifyUpload(pdf(), '通知.exe')).safeName).toBe('通知.pdf');
    expect((await classifyUpload(pdf(), '通知 v1.2')).safeName).toBe('通知 v1.2.pdf');
  });
});

describe('what is refused', () => {
  test.each([
    ['file-empty', Buffer.alloc(0), 'a.txt'],
    ['file-markup', Buffer.from('<!DOCTYPE html><p>x'), 'a.txt'],
    ['file-markup', Buffer.from('\ufeff  <svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'a.csv'],
    ['file-markup', Buffer.from('hello <script>x()</script>'), 'a.txt'],
    ['file-markup', Buffer.from('plain'), 'a.html'],
    ['file-markup', iconv.encode('<html><body>路', 'utf-16le', { addBOM: true }), 'a.txt'],
    ['file-script', Buffer.from('#!/bin/sh\nrm -rf /'), 'a.txt'],
    ['file-script', Buffer.from('WScript.Echo 1'), 'a.vbs'],
    ['file-script', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'a.pdf'],
    ['file-script', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(64)]), 'a.mp3'],
    ['file-archive', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), 'a.csv'],
    ['file-archive', Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), Buffer.alloc(32)]), 'a.docx'],
    ['file-archive', Buffer.from('PK\x03\x04 no archive after all', 'latin1'), 'a.docx'],
    ['file-old-office', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'a.doc'],
    ['file-not-a-photo', Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(64)]), 'a.tif'],
    ['file-type-not-allowed', Buffer.from('plain text'), 'notes.md'],
    ['file-type-not-allowed', Buffer.from([1, 2, 3, 0, 0, 0]), 'a.txt'],
    ['file-type-not-allowed', mp4('qt  '), 'a.mov'],
    ['file-broken', Buffer.from('%PDF-1.7\nhalf'), 'a.pdf'],
  ])('%s', async (code, content, name) => {
    expect(await refusal(content, name)).toBe(code);
  });

  test('archives, also those that dress as documents', async () => {
    expect(await refusal(await zipped({ 'a.txt': 'x' }), 'a.docx')).toBe('file-archive');
    expect(await refusal(await zipped({ 'META-INF/MANIFEST.MF': 'x', 'A.class': 'x' }), 'a.xlsx')).toBe('file-archive');
    expect(await refusal(await zipped({ '[Content_Types].xml': '<Types/>' }), 'a.docx')).toBe('file-type-not-allowed');
    expect(await refusal((await word()).subarray(0, 200), 'a.docx')).toBe('file-archive');
  });

  test('macros and embedded programs, whatever the ending', async () => {
    expect(await refusal(await word({ 'word/vbaProject.bin': 'x' }), 'a.docx')).toBe('file-active-content');
    expect(await refusal(await word({ 'word/embeddings/oleObject1.bin': 'x' }), 'a.docx')).toBe('file-active-content');
    const declared = await zipped({
      '[Content_Types].xml': '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    });
    expect(await refusal(declared, 'a.docx')).toBe('file-active-content');
  });

  test('a PDF that runs something, also where its names are disguised', async () => {
    expect(await refusal(pdf('<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'), 'a.pdf')).toBe('file-active-content');
    expect(await refusal(pdf('<</S/J#61vaScript>>'), 'a.pdf')).toBe('file-active-content');
    expect(await refusal(pdf('<</S/Launch/F(cmd.exe)>>'), 'a.pdf')).toBe('file-active-content');
  });

  test('two files in one', async () => {
    const zip = await zipped({ 'evil.exe': 'x' });
    expect(await refusal(Buffer.concat([pdf(), zip]), 'a.pdf')).toBe('file-two-in-one');
    expect(await refusal(Buffer.concat([wav, zip]), 'a.wav')).toBe('file-two-in-one');
    expect(await refusal(Buffer.concat([pdf(), Buffer.from('<script>'.repeat(500))]), 'a.pdf')).toBe('file-two-in-one');
  });
});

describe('names and headers', () => {
  test.each([
    ['C:\\Users\\me\\报告.PDF', '报告.pdf'],
    ['/etc/passwd', 'passwd.pdf'],
    ['..', 'file.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['', 'file.pdf'],
    ['con.pdf', '_con.pdf'],
    ['a\u202efdp.exe', 'afdp.pdf'],
    ['a\u0000b\r\nc".pdf', 'abc.pdf'],
    ['a<b>|?*.pdf ', 'ab.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(96)}.pdf`],
    [`${'😀'.repeat(100)}.pdf`, `${'😀'.repeat(48)}.pdf`],
    ['a\ud800.pdf', 'a\ufffd.pdf'],
  ])('%j is kept as %j', async (name, safe) => {
    expect((await classifyUpload(pdf(), name)).safeName).toBe(safe);
  });

  test('an attachment is saved under its name and never shown', () => {
    const headers = attachmentHeaders('情况 (1)\'s "a".pdf', 'application/pdf');
    expect(headers['content-disposition']).toBe(
      "attachment; filename=\"__ (1)'s _a_.pdf\"; filename*=UTF-8''%E6%83%85%E5%86%B5%20%281%29%27s%20%22a%22.pdf",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['content-type']).toBe('application/pdf');
    expect(attachmentHeaders('a.txt', 'text/plain')['content-type']).toBe('application/octet-stream');
    expect(photoHeaders()['x-content-type-options']).toBe('nosniff');
  });

  test('no name can add a header', () => {
    const headers = attachmentHeaders('a\r\nset-cookie: x=1\u{1f600}\ud800.pdf', 'application/pdf');
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]*$/);
  });
});
