const DAY = 86_400_000;
/** 9999-12-31, the last day that Excel knows. */
const LAST_SERIAL = 2_958_466;

/**
 * A number of a workbook as the text that a person typed. Excel stores the nearest double with up to 17 digits (39.29 becomes
 * 39.289999999999999), so fractions are written in their shortest form, which is the same double; whole numbers keep every digit
 * and lose their exponent, so that long identifiers stay whole.
 */
export function numberText(stored: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(stored.trim());
  if (!match) return stored.trim();
  const [, sign = '', whole = '', fraction = '', exponent] = match;
  const plain = sign + shift(whole, fraction, exponent ? Number(exponent) : 0);
  const significant = plain.replace(/^-?[0.]*/, '').replace('.', '').length;
  if (!plain.includes('.') || significant <= 15) return plain;
  const short = String(Number(stored));
  return short.includes('e') ? plain : short;
}

/** Moves the decimal point, exactly, and drops zeros that carry nothing. */
function shift(whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const right = point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const tail = right.replace(/0+$/, '');
  return left.replace(/^0+(?=\d)/, '') + (tail ? `.${tail}` : '');
}

export interface CalendarParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/**
 * The wall clock behind an Excel serial: days since 1900 (or 1904), the fraction being the time of day, rounded to milliseconds.
 * Null outside Excel's calendar and for serial 60, the 29 February 1900 that Excel invented for Lotus 1-2-3.
 */
export function serialToCalendar(serial: number, from1904 = false): CalendarParts | null {
  let rounded = Math.round(serial * DAY) / DAY;
  if (from1904) rounded += 1462;
  if (!(rounded >= 1 && rounded < LAST_SERIAL) || Math.floor(rounded) === 60) return null;
  const origin = rounded < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const at = new Date(origin + Math.round(rounded * DAY));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    millisecond: at.getUTCMilliseconds(),
  };
}

export type DateFormat = 'date' | 'time' | 'duration';

/** ISO text of a serial under a date format: a date, a date with time, a time of day or a duration; never a zone, Excel has none. */
export function serialText(stored: string, format: DateFormat, from1904: boolean): string {
  const serial = Number(stored);
  if (!Number.isFinite(serial)) return stored;
  if (format === 'duration' || (serial >= 0 && serial < 1)) return clock(Math.round(serial * DAY));
  const at = serialToCalendar(serial, from1904);
  if (!at) return numberText(stored);
  const day = `${String(at.year).padStart(4, '0')}-${two(at.month)}-${two(at.day)}`;
  const time = clock(((at.hour * 60 + at.minute) * 60 + at.second) * 1000 + at.millisecond);
  return format === 'date' && time === '00:00:00' ? day : `${day}T${time}`;
}

const two = (value: number) => String(value).padStart(2, '0');

function clock(milliseconds: number): string {
  const sign = milliseconds < 0 ? '-' : '';
  const rest = Math.abs(milliseconds);
  const fraction = rest % 1000 ? `.${String(rest % 1000).padStart(3, '0')}` : '';
  return `${sign}${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1000) % 60)}${fraction}`;
}

/** Formats that a workbook may use by number alone (ECMA-376 part 1, 18.8.30, with the Chinese ones 27–36 and 50–58). */
const builtin: Record<number, DateFormat> = Object.fromEntries([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'time'] as const),
  [46, 'duration'],
]);

/** Whether a number format shows a date: by its number, or by the letters y m d h s outside quotes, brackets and escapes. */
export function dateFormatOf(id: number, code: string | undefined): DateFormat | null {
  if (code === undefined) return builtin[id] ?? null;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[[hms]+\]/i.test(bare)) return 'duration';
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '');
  if (/[hs]/i.test(letters)) return 'time';
  return /[ymd]/i.test(letters) ? 'date' : null;
}
