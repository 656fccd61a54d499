import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseField, caseFields } from './import-fields.ts';
import { refusalReasons, warningReasons } from './import-reasons.ts';
import { importRow } from './import-row.ts';
import type { ImportedCase, ImportOptions } from './imported-case.ts';
import { readMapping } from './read-mapping.ts';

const options: ImportOptions = {
  timezone: 'Asia/Shanghai',
  coordinateSystem: 'wgs84',
  defaultAreaCode: null,
  now: new Date('2026-01-01T00:00:00Z'),
};
type Values = Partial<Record<CaseField, string>>;
const plain: Values = { external_number: '1', title: '路灯不亮', body: '门口的路灯坏了。请修。', opened_at: '2019/2/14 8:00' };

function read(values: Values, more: Partial<ImportOptions> = {}) {
  const fields = Object.keys(values) as CaseField[];
  const mapping = readMapping(fields, Object.fromEntries(fields.map((field) => [field, field])));
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.flaws));
  return importRow({ row: 7, cells: fields.map((field) => values[field] ?? '') }, mapping.columns, { ...options, ...more });
}
function taken(values: Values, more?: Partial<ImportOptions>): ImportedCase & { warnings: string[] } {
  const result = read({ ...plain, ...values }, more);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  for (const { reason } of result.warnings) expect(warningReasons[reason].zh).not.toBe('');
  return { ...result.case, warnings: result.warnings.map(({ column, reason }) => `${column}:${reason}`) };
}
function refused(values: Values, more?: Partial<ImportOptions>): string[] {
  const result = read({ ...plain, ...values }, more);
  if (result.ok) throw new Error('taken');
  for (const { reason } of result.refusals) expect(refusalReasons[reason].zh).not.toBe('');
  return result.refusals.map(({ column, reason }) => `${column}:${reason}`);
}

describe('text', () => {
  test('a missing title is the first sentence, a missing body is the title', () => {
    expect(taken({ title: '' }).title).toBe('门口的路灯坏了。');
    expect(taken({ body: ' ' }).body).toBe('路灯不亮');
  });
  test('a row without either is refused, unless the file has neither column and says the type', () => {
    expect(refused({ title: '', body: '&nbsp;\u200b' })).toEqual(['body:missing_text']);
    expect(refused({ title: '', body: '', category: '路灯' })).toEqual(['body:missing_text']);
    const result = read({ external_number: '1', category: 'Street light', opened_at: '2019/2/14' });
    expect(result.ok && [result.case.title, result.case.body]).toEqual(['Street light', 'Street light']);
  });
  test('what is too long for its place stands whole in the body', () => {
    const long = '长'.repeat(150);
    const result = taken({ title: long, address: '址'.repeat(250) });
    expect([result.title.length, result.address?.length]).toEqual([120, 200]);
    expect(result.body).toContain(long);
    expect(result.body).toContain('址'.repeat(250));
    expect(result.warnings).toEqual(['title:title_shortened', 'address:address_shortened']);
    expect(refused({ body: '长'.repeat(8001) })).toEqual(['body:text_too_long']);
  });
  test('characters that the encoding lost are warned of', () => {
    expect(taken({ body: '路\ufffd灯' }).warnings).toEqual(['body:undecodable_text']);
  });
  test('the apostrophe that an export put before a formula is taken off again', () => {
    expect(taken({ title: "'=1+1" }).title).toBe('=1+1');
  });
});

describe('times and state', () => {
  test('impossible and missing dates are refused, all at once and with the column', () => {
    expect(refused({ opened_at: '2019/2/30', due_at: 'soon', closed_at: '1/2/19' })).toEqual([
      'opened_at:no_such_day',
      'due_at:not_a_date',
      'closed_at:year_unclear',
    ]);
    expect(refused({ opened_at: '' })).toEqual(['opened_at:missing_opened_at']);
    expect(refused({ opened_at: '01/02/2019' })).toEqual(['opened_at:order_unknown']);
    expect(taken({ opened_at: '01/02/2019' }, { dateOrder: 'month-first' }).openedAt.toISOString()).toBe('2019-01-01T16:00:00.000Z');
  });
  test('closed before opened, due before opened and the future are refused; the same moment is not', () => {
    expect(refused({ closed_at: '2019/2/14 7:59:59' })).toEqual(['closed_at:closed_before_opened']);
    expect(refused({ due_at: '2019/2/14 7:59:59' })).toEqual(['due_at:due_before_opened']);
    expect(refused({ opened_at: '2026/1/2 8:00' })).toEqual(['opened_at:opened_in_future']);
    expect(refused({ closed_at: '2026/1/2 8:00' })).toEqual(['closed_at:closed_in_future']);
    const same = taken({ closed_at: '2019/2/14 8:00', due_at: '2019/2/14 8:00' });
    expect([same.closedAt, same.dueAt]).toEqual([same.openedAt, same.openedAt]);
  });
  test('a day without a time: a promise lasts to its end, a closing is not before the opening of that day', () => {
    const result = taken({ due_at: '2019/2/14', closed_at: '2019/2/14' });
    expect(result.dueAt?.toISOString()).toBe('2019-02-14T15:59:59.000Z');
    expect(result.closedAt).toEqual(result.openedAt);
    expect(refused({ closed_at: '2019/2/13' })).toEqual(['closed_at:closed_before_opened']);
  });
  test.each([
    ['New', 'filed', null],
    ['待受理', 'filed', null],
    ['Open', 'handling', null],
    ['In Progress', 'handling', null],
    ['Pending', 'handling', null],
    ['办理中', 'handling', null],
    ['未办结', 'handling', null],
    ['待办结', 'handling', null],
  ])('%s has not ended: %s', (state, expected, outcome) => {
    expect(taken({ state, closed_at: '' })).toMatchObject({ state: expected, outcome, closedAt: null, warnings: [] });
  });
  test.each([
    ['Closed', 'closed', null],
    ['已办结', 'closed', null],
    ['已解决', 'closed', 'solved'],
    ['Closed (Duplicate)', 'joined', 'duplicate'],
    ['重复件已办结', 'joined', 'duplicate'],
    ['Closed (Transferred)', 'diverted', 'diverted'],
    ['不予受理', 'rejected', 'rejected'],
    ['已撤回', 'withdrawn', 'withdrawn'],
  ])('%s has ended: %s', (state, expected, outcome) => {
    expect(taken({ state, closed_at: '2019/2/15 8:00' })).toMatchObject({ state: expected, outcome, warnings: [] });
    expect(refused({ state, closed_at: '' })).toEqual(['closed_at:closed_without_time']);
  });
  test('an open duplicate stays open; an open case loses its closing time; an unknown word is decided by the closing time', () => {
    expect(taken({ state: 'Open (Duplicate)' })).toMatchObject({ state: 'handling', warnings: ['state:duplicate_still_open'] });
    expect(taken({ state: 'Open', closed_at: '2019/2/15' })).toMatchObject({ closedAt: null, warnings: ['closed_at:close_time_ignored'] });
    expect(taken({ state: 'ZZ', closed_at: '2019/2/15' })).toMatchObject({ state: 'closed', warnings: ['state:unknown_state'] });
    expect(taken({ state: 'ZZ' })).toMatchObject({ state: 'filed', warnings: ['state:unknown_state'] });
  });
  test('the outcome is read where the state does not tell it, and only for what has ended', () => {
    expect(taken({ state: '已办结', closed_at: '2019/2/15', outcome: '未解决' }).outcome).toBe('unsolved');
    expect(taken({ state: '已办结', closed_at: '2019/2/15', outcome: '已派人现场查看' })).toMatchObject({
      outcome: null,
      said: { outcome: '已派人现场查看' },
    });
    expect(taken({ state: '办理中', outcome: '已解决' }).outcome).toBeNull();
  });
});

describe('places', () => {
  const at = (longitude: string, latitude: string, more?: Partial<ImportOptions>) => {
    const { place, warnings } = taken({ longitude, latitude }, more);
    return [place && [place.longitude, place.latitude], ...warnings];
  };
  const shanghai = { bounds: { west: 120.8, south: 30.6, east: 122, north: 31.9 } };
  test('a bad coordinate costs the place and never the case', () => {
    expect(at('121.473701', '31.230416')).toEqual([[121.473701, 31.230416]]);
    expect(at('', '')).toEqual([null]);
    expect(at('121.473701', '')).toEqual([null, 'longitude:coordinate_incomplete']);
    expect(at('121,473701', '31.230416')).toEqual([null, 'latitude:coordinate_unreadable']);
    expect(at('0', '0')).toEqual([null, 'latitude:coordinate_zero']);
    expect(at('121.473701', '0.0')).toEqual([null, 'latitude:coordinate_zero']);
    expect(at('-77', '39')).toEqual([null, 'latitude:coordinate_truncated']);
    expect(at('121.47', '31.2')).toEqual([null, 'latitude:coordinate_truncated']);
    expect(at('121.473701', '131.230416')).toEqual([null, 'latitude:coordinate_outside']);
  });
  test('one axis may end in zeros', () => {
    expect(at('121.47', '31.230416')).toEqual([[121.47, 31.230416]]);
  });
  test('swapped axes are put right only where the bounds prove it', () => {
    expect(at('31.230416', '121.473701')).toEqual([null, 'latitude:coordinate_outside']);
    expect(at('31.230416', '121.473701', shanghai)).toEqual([[121.473701, 31.230416], 'latitude:coordinate_swapped']);
    expect(at('116.391', '39.907', shanghai)).toEqual([null, 'latitude:coordinate_outside']);
  });
  test.each(['(31.230416, 121.473701)', '31.230416，121.473701', 'POINT (121.473701 31.230416)', '121.473701,31.230416'])(
    '%s is one place',
    (location) => {
      expect(taken({ location }, { coordinateSystem: 'gcj02' }).place).toEqual({
        longitude: 121.473701,
        latitude: 31.230416,
        system: 'gcj02',
      });
    },
  );
  test('the combined column serves where the others are empty, and says so when it cannot be read', () => {
    expect(taken({ longitude: '', latitude: '', location: '(31.230416, 121.473701)' }).place).not.toBeNull();
    expect(taken({ location: '幸福路' })).toMatchObject({ place: null, warnings: ['location:coordinate_unreadable'] });
  });
});

describe('the rest', () => {
  test('a missing or endless number is refused; without such a column the row names itself, by mapped columns alone', () => {
    expect(refused({ external_number: ' ' })).toEqual(['external_number:missing_number']);
    expect(refused({ external_number: '1'.repeat(81) })).toEqual(['external_number:number_too_long']);
    const numberOf = (body: string) => {
      const result = read({ body, opened_at: '2019/2/14' });
      return result.ok ? result.case.externalNumber : '';
    };
    expect(numberOf('路灯')).toMatch(/^row-[0-9a-f]{32}$/);
    expect(numberOf('路灯')).toBe(numberOf(' 路灯 '));
    expect(numberOf('路灯')).not.toBe(numberOf('井盖'));
  });
  test('counts, codes and contact data that cannot be used are left out with a warning that shows no contact data', () => {
    const result = read(
      { ...plain, likes: '很多', area_code: '31-01', reporter_phone: '无', reporter_name: '名'.repeat(41) },
      { defaultAreaCode: '310101' },
    );
    expect(result.ok && result.case).toMatchObject({ likes: 0, areaCode: '310101', reporter: null });
    expect(result.ok && result.warnings.map(({ value, reason }) => [value, reason])).toEqual([
      ['***', 'name_too_long'],
      ['***', 'phone_unreadable'],
      ['很多', 'number_unreadable'],
      ['31-01', 'area_code_unreadable'],
    ]);
    expect(
      taken({ likes: '12', dislikes: '3', area_code: '310101001', reporter_phone: '１３８ 0000 0000', reporter_name: '张三' }),
    ).toMatchObject({
      likes: 12,
      dislikes: 3,
      areaCode: '310101001',
      reporter: { name: '张三', phone: '138 0000 0000' },
    });
  });
  test.each([
    ['Phone', 'hotline'],
    ['12345热线', 'hotline'],
    ['微信公众号', 'resident'],
    ['网格员巡查', 'grid'],
    ['窗口来访', 'walk-in'],
    ['API', 'api'],
    ['Mail', 'import'],
    ['', 'import'],
  ])('channel %j is %s', (channel, expected) => {
    expect(taken({ channel }).channel).toBe(expected);
  });

  test('any row is taken or refused; what is taken keeps the promises of its type', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('', '2019/2/14 8:00', '2019/2/15', '已办结', '办理中', '121.473', '31.23', '0', 'x'.repeat(300), '13800000000'),
    );
    fc.assert(
      fc.property(fc.tuple(...caseFields.map(() => cell)), (values) => {
        const result = read(Object.fromEntries(caseFields.map((field, at) => [field, values[at]])) as Values);
        if (!result.ok) {
          expect(result.refusals.length).toBeGreaterThan(0);
          return;
        }
        const { title, body, state, closedAt, openedAt, dueAt, place } = result.case;
        expect(title.length > 0 && title.length <= 120 && !title.includes('\n')).toBe(true);
        expect(body.length > 0 && body.length <= 8000).toBe(true);
        expect(closedAt === null).toBe(state === 'filed' || state === 'handling');
        expect(!closedAt || closedAt >= openedAt).toBe(true);
        expect(!dueAt || dueAt >= openedAt).toBe(true);
        expect(!place || (Math.abs(place.longitude) <= 180 && Math.abs(place.latitude) <= 90)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
