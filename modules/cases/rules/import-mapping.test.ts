import { describe, expect, test } from 'vitest';
import { guessMapping } from './import-mapping.ts';
import { readMapping } from './read-mapping.ts';

const fieldsOf = (header: string[], rows: string[][]) =>
  Object.fromEntries(guessMapping(header, rows).map(({ column, field }) => [column, field]));

describe('guessing which column is which', () => {
  test('a Chinese hotline list', () => {
    const rows = [1, 2, 3, 4].map((n) => [
      `${n}`,
      `GD20260${n}`,
      `第${n}小区路灯不亮请尽快修`,
      `小区门口的路灯已经坏了很多天，晚上出行很不方便，老人容易摔倒，请有关部门尽快安排人员前来维修，谢谢（第${n}次）`,
      `2026/1/${n} 8:00`,
      '',
      ['办理中', '已办结'][n % 2]!,
      ['城管局', '水务局'][n % 2]!,
      `1380000000${n}`,
      `幸福路${n}号楼下路口`,
      `121.47${n}1`,
      `31.23${n}1`,
    ]);
    const header = [
      '序号',
      '工单编号',
      '诉求标题',
      '诉求内容',
      '受理时间',
      '办结时间',
      '办理状态',
      '承办单位',
      '联系电话',
      '事发地址',
      '经度',
      '纬度',
    ];
    expect(fieldsOf(header, rows)).toEqual({
      序号: 'ignored',
      工单编号: 'external_number',
      诉求标题: 'title',
      诉求内容: 'body',
      受理时间: 'opened_at',
      办结时间: 'closed_at',
      办理状态: 'state',
      承办单位: 'organisation',
      联系电话: 'reporter_phone',
      事发地址: 'address',
      经度: 'longitude',
      纬度: 'latitude',
    });
  });

  test('an English export, whatever the case and punctuation of its names', () => {
    const header = ['Case_ID', 'Request Type', 'DATE OPENED', 'Date-Closed', 'Status', 'Source', 'Location', 'Description', 'Lat/Long'];
    const row = (n: number) => [
      `10${n}`,
      ['Pothole', 'Graffiti'][n % 2]!,
      '01/02/2019',
      '01/03/2019',
      'Closed',
      'Phone',
      `${n} Main Street`,
      'A large hole in the road',
      `(39.3${n}1, -76.6${n}1)`,
    ];
    expect(fieldsOf(header, [row(1), row(2), row(3), row(4)])).toEqual({
      Case_ID: 'external_number',
      'Request Type': 'category',
      'DATE OPENED': 'opened_at',
      'Date-Closed': 'closed_at',
      Status: 'state',
      Source: 'channel',
      Location: 'address',
      Description: 'body',
      'Lat/Long': 'location',
    });
  });

  test('of two columns the one whose values suit has the field, and the other says so', () => {
    const rows = [
      ['a-1', '18-001', 'x'],
      ['18-002', '18-002', 'x'],
      ['b2c', '18-003', 'x'],
    ];
    const [first, second] = guessMapping(['Record ID', 'Request Number', 'z'], rows);
    expect([first?.field, second?.field]).toEqual([null, 'external_number']);
    expect(first?.why.en).toContain('Request Number');
  });

  test('a name whose values contradict it is not believed', () => {
    const rows = [['2019-01-01'], ['2019-01-02'], ['2019-01-03']];
    expect(guessMapping(['状态'], rows)[0]?.field).not.toBe('state');
  });

  test('values that are unmistakable are known without a name', () => {
    const rows = [1, 2, 3].map((n) => [`1391111222${n}`, `31.2${n}11,121.4${n}11`, `2019-02-0${n} 10:00`]);
    expect(fieldsOf(['A', 'B', 'C'], rows)).toEqual({ A: 'reporter_phone', B: 'location', C: 'opened_at' });
  });

  test('samples of contact data are masked', () => {
    const [phone, title] = guessMapping(['电话', '标题'], [['13911112222', '路灯']]);
    expect(phone?.samples).toEqual(['1***']);
    expect(title?.samples).toEqual(['路灯']);
  });

  test('an unknown column is left to the person, with a word why', () => {
    const [guess] = guessMapping(['Neighborhood'], [['Canton']]);
    expect(guess).toMatchObject({ field: null, confidence: 0 });
    expect(guess?.why.zh).not.toBe('');
  });
});

describe('the mapping that was chosen', () => {
  const header = ['a', 'b', 'c'];
  test('says where each field stands', () => {
    const read = readMapping(header, { a: 'title', b: 'opened_at', c: 'ignored' });
    expect(read.ok && [...read.columns]).toEqual([
      ['title', { index: 0, column: 'a' }],
      ['opened_at', { index: 1, column: 'b' }],
    ]);
  });
  test('is refused with everything that stands against it', () => {
    const read = readMapping(header, { a: 'likes', b: 'likes', c: 'nonsense', d: 'title' });
    expect(read.ok ? [] : read.flaws.map(({ column, reason }) => `${column}:${reason}`)).toEqual([
      'b:field_twice',
      'c:unknown_field',
      'd:unknown_column',
      ':no_opened_at',
      ':no_text',
    ]);
  });
});
