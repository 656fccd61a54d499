import { serialToCalendar } from './excel-number.ts';
import { instantOf } from './zoned-time.ts';

export type DateOrder = 'year-first' | 'month-first' | 'day-first';

export const whenReasons = {
  not_a_date: { zh: '看不出是日期', en: 'not recognised as a date' },
  no_such_day: { zh: '没有这一天', en: 'no such day in the calendar' },
  no_such_time: { zh: '没有这个时刻', en: 'no such time of day' },
  order_unknown: { zh: '分不清月与日的先后，请指定', en: 'day and month cannot be told apart: choose their order' },
  year_unclear: { zh: '年份只有两位，无法确定', en: 'a year of two digits is not certain' },
  year_implausible: { zh: '年份不在 1970 到 2100 之间', en: 'the year is outside 1970 to 2100' },
} as const;
export type WhenReason = keyof typeof whenReasons;

/** `dateOnly`: no time of day was written; `when` is then the first moment of that day in the zone. */
export type When = { ok: true; when: Date; dateOnly: boolean } | { ok: false; reason: WhenReason };

interface Written {
  year: string;
  month: number;
  day: number;
  rest: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const refuse = (reason: WhenReason): When => ({ ok: false, reason });

/**
 * Reads a date with or without time as people and systems write it: 2019/2/14 20:00:00, ISO 8601 with or without offset, 2019年2月14日
 * 下午8时, 04/12/2018 11:11:26 AM, 14.02.2019, Feb 14, 2019, 20190214, 20190214200000, Excel serials. A reading without offset is wall
 * clock of `timezone` (IANA). `order` settles 04/12/2018; dots always mean day first. Nothing is guessed: an impossible or
 * ambiguous date is refused with its reason.
 */
export function parseWhen(text: string, options: { timezone: string; order?: DateOrder }): When {
  const tidy = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (/^\d+(\.\d+)?$/.test(tidy)) return fromDigits(tidy, options.timezone);
  const written = yearFirst(tidy) ?? named(tidy) ?? yearLast(tidy, options.order);
  if (!written) return refuse('not_a_date');
  return typeof written === 'string' ? refuse(written) : settle(written, options.timezone);
}

function yearFirst(text: string): Written | null {
  const match =
    /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)(?:(?=[T ]|上|下|中|凌|早|晚)|(?<=[日号])|$)(.*)$/i.exec(
      text.replace(/ ?([年月日号]) ?/g, '$1'),
    );
  return match && { year: match[1]!, month: Number(match[3] ?? match[5]), day: Number(match[4] ?? match[6]), rest: match[7]! };
}

function named(text: string): Written | null {
  const match =
    /^(?:[a-z]{3,9}, ?)?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b,?(.*)$/i.exec(text) ??
    /^(?:[a-z]{3,9}, ?)?(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})\b,?(.*)$/i.exec(text);
  if (!match) return null;
  const monthThenDay = /\D/.test(match[1]!);
  const name = match[monthThenDay ? 1 : 2]!.slice(0, 3).toLowerCase();
  const month = months.indexOf(name) + 1;
  return month === 0 ? null : { year: match[3]!, month, day: Number(match[monthThenDay ? 2 : 1]), rest: match[4]! };
}

function yearLast(text: string, order: DateOrder | undefined): Written | WhenReason | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(.*))?$/i.exec(text);
  if (!match) return null;
  if (match[4]!.length === 2) return 'year_unclear';
  const first = Number(match[1]);
  const second = Number(match[3]);
  const dayFirst =
    match[2] === '.' || (order === 'day-first' ? true : order === 'month-first' ? false : first > 12 ? true : second > 12 ? false : null);
  if (dayFirst === null) return 'order_unknown';
  return { year: match[4]!, month: dayFirst ? second : first, day: dayFirst ? first : second, rest: match[5] ?? '' };
}

/** Bare digits: yyyymmdd, yyyymmddhhmmss, or an Excel serial between 1970 and 2100. */
function fromDigits(text: string, timezone: string): When {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (compact) {
    const [, year = '', month, day, hour, minute, second] = compact;
    return settle({ year, month: Number(month), day: Number(day), rest: hour ? `${hour}:${minute}:${second ?? '00'}` : '' }, timezone);
  }
  const at = /^\d{5}(\.\d+)?$/.test(text) ? serialToCalendar(Number(text)) : null;
  if (!at) return refuse('not_a_date');
  if (!plausible(at.year)) return refuse('year_implausible');
  const local = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second, at.millisecond);
  return { ok: true, when: instantOf(local, timezone), dateOnly: local % 86_400_000 === 0 };
}

function settle({ year, month, day, rest }: Written, timezone: string): When {
  const midnight = Date.UTC(Number(year), month - 1, day);
  const at = new Date(midnight);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return refuse('no_such_day');
  if (!plausible(Number(year))) return refuse('year_implausible');
  const time = timeOfDay(rest);
  if (typeof time === 'string') return refuse(time);
  const local = midnight + (time?.milliseconds ?? 0);
  if (time?.offset !== undefined) return { ok: true, when: new Date(local - time.offset), dateOnly: false };
  return { ok: true, when: instantOf(local, timezone), dateOnly: time === null };
}

const plausible = (year: number) => year >= 1970 && year <= 2100;
const clockPattern =
  /^(上午|早上|早|凌晨|中午|下午|傍晚|晚上|晚|[ap]\.?m\.?)?(\d{1,2})(?:[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})(?:[.,](\d{1,9}))?秒?)?)?)?)?([ap]\.?m\.?)?(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Null where nothing is written. Milliseconds since midnight, and the offset from UTC where one is written. */
function timeOfDay(text: string): { milliseconds: number; offset?: number } | WhenReason | null {
  const bare = text
    .replace(/^[T, ]+/i, '')
    .replace(/\(?(星期|周)[一二三四五六日天]\)?/, '')
    .replace(/整$/, '')
    .replaceAll(' ', '');
  if (bare === '') return null;
  const match = clockPattern.exec(bare);
  if (!match) return 'not_a_date';
  const [, before, hourText, minuteText = '0', secondText = '0', fraction = '', after, zone] = match;
  let hour = Number(hourText);
  const half = (before ?? after)?.toLowerCase().replaceAll('.', '');
  // A lone number after a date says an hour only with a unit or a half of the day beside it.
  if (!/[:时点]/.test(bare) && !half) return 'not_a_date';
  if (half !== undefined) {
    const later = /^(p|下|傍|晚)/.test(half) || (half === '中午' && hour < 11);
    if ((half === 'am' || half === 'pm') && (hour < 1 || hour > 12)) return 'no_such_time';
    if (later && hour < 12) hour += 12;
    else if (!later && hour === 12 && half !== '中午') hour = 0;
  }
  const minute = Number(minuteText);
  const second = Number(secondText);
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return 'no_such_time';
  const milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (!zone) return { milliseconds };
  const offset = offsetOf(zone);
  return offset === null ? 'no_such_time' : { milliseconds, offset };
}

function offsetOf(zone: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 || Number(match[3] ?? 0) > 59 ? null : (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}
