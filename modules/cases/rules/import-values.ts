import { guessDateOrder, parseWhen } from '@gongzhi/platform/spreadsheets';
import type { CaseField } from './import-fields.ts';
import { splitLocation } from './import-place.ts';
import { readState } from './import-words.ts';

/** What the values of a column look like, each a share of 0 to 1 of those that are filled. */
export interface ColumnLook {
  filled: number;
  dates: number;
  numbers: number;
  phones: number;
  places: number;
  states: number;
  distinct: number;
  /** Mean length in characters. */
  length: number;
  least: number;
  most: number;
  /** Every value is made the same way: digits for digits, letters for letters. */
  uniform: boolean;
}

export function lookAt(values: readonly string[]): ColumnLook {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const share = (test: (value: string) => boolean) => (filled.length ? filled.filter(test).length / filled.length : 0);
  const order = guessDateOrder(filled).order ?? 'month-first';
  const numbers = filled.map(Number).filter(Number.isFinite);
  return {
    filled: filled.length,
    dates: share((value) => !/^\d+(\.\d+)?$/.test(value) && parseWhen(value, { timezone: 'UTC', order }).ok),
    numbers: share((value) => /^[+-]?\d+(\.\d+)?$/.test(value)),
    phones: share((value) => /^(\+?86[- ]?)?1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/.test(value)),
    places: share(
      (value) => /[(,， ]/.test(value) && !/[a-oq-z\u4e00-\u9fff]{3}/i.test(value.replace(/point/i, '')) && splitLocation(value) !== null,
    ),
    states: share((value) => readState(value) !== null),
    distinct: filled.length ? new Set(filled).size / filled.length : 0,
    length: filled.reduce((sum, value) => sum + value.length, 0) / Math.max(1, filled.length),
    least: numbers.length ? Math.min(...numbers) : Number.NaN,
    most: numbers.length ? Math.max(...numbers) : Number.NaN,
    uniform: new Set(filled.map((value) => value.replace(/\d/g, '9').replace(/[a-z]/gi, 'a'))).size === 1,
  };
}

/** How well the values suit a field: 1 they speak for it, 0 they say nothing, -1 they speak against it. */
export function suits(field: CaseField, look: ColumnLook): -1 | 0 | 1 {
  if (look.filled === 0) return 0;
  const judge = (good: boolean, bad: boolean) => (good ? 1 : bad ? -1 : 0);
  switch (field) {
    case 'opened_at':
    case 'due_at':
    case 'closed_at':
      return judge(look.dates > 0.8, look.dates < 0.3 && !(look.numbers > 0.8 && look.least > 20_000 && look.most < 80_000));
    case 'latitude':
      return judge(look.numbers > 0.8 && look.least >= -90 && look.most <= 90, look.numbers < 0.5 || look.most > 90 || look.least < -90);
    case 'longitude':
      return judge(
        look.numbers > 0.8 && look.least >= -180 && look.most <= 180,
        look.numbers < 0.5 || look.most > 180 || look.least < -180,
      );
    case 'location':
      return judge(look.places > 0.8, look.places < 0.3);
    case 'reporter_phone':
      return judge(look.phones > 0.6, look.phones < 0.05 && look.numbers < 0.3);
    case 'likes':
    case 'dislikes':
      return judge(look.numbers > 0.9 && look.least >= 0, look.numbers < 0.5);
    case 'area_code':
      return judge(look.numbers > 0.8 && [6, 9, 12, 15].includes(look.length), look.numbers < 0.5 || look.length < 5);
    case 'external_number':
      return judge(look.distinct === 1 && look.uniform, look.distinct < 0.9 || look.length > 60 || look.dates > 0.5);
    case 'state':
      return judge(look.states > 0.6, look.dates > 0.5 || look.length > 20);
    case 'body':
      return judge(look.length > 40, look.dates > 0.5 || look.numbers > 0.8);
    case 'title':
      return judge(
        look.distinct > 0.7 && look.length >= 6 && look.length <= 60 && look.numbers < 0.5,
        look.dates > 0.5 || look.numbers > 0.8 || look.length > 120,
      );
    case 'address':
      return judge(look.length > 6 && look.numbers < 0.2 && look.places < 0.3, look.dates > 0.5 || look.numbers > 0.8 || look.places > 0.5);
    case 'category':
    case 'channel':
    case 'organisation':
    case 'outcome':
      return judge(look.distinct < 0.6 && look.length < 60, look.dates > 0.5 || (look.numbers > 0.9 && look.distinct > 0.9));
    case 'reporter_name':
      return judge(false, look.length > 40 || look.dates > 0.5);
  }
}
