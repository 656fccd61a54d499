import { type Language, useLanguage, useTexts } from './language.ts';

/** Duty runs on the clock of the place, wherever the reader's own computer stands. */
export const zone = 'Asia/Shanghai';

type When = string | number | Date;
type Words = (key: string, values?: Record<string, unknown>) => string;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}.${name}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found;
}

// Made once: a list asks for thousands of days while it is scrolled, and making a format costs more than using it.
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
/** The day of the place as YYYY-MM-DD. */
export const dayOf = (when: When): string => isoDay.format(new Date(when));
export const timeText = (when: When, language: Language): string =>
  format(language, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(when));
/** 2026年3月1日 / 1 Mar 2026. */
export const dayText = (when: When, language: Language): string =>
  format(
    language,
    'day',
    language === 'zh' ? { year: 'numeric', month: 'long', day: 'numeric' } : { year: 'numeric', month: 'short', day: 'numeric' },
  ).format(new Date(when));
/** 2026年3月1日 08:00; the year is left out where it is the current one. */
export function momentText(when: When, language: Language, now: number = Date.now()): string {
  const date = new Date(when);
  const sameYear = dayOf(date).slice(0, 4) === dayOf(now).slice(0, 4);
  const text = sameYear
    ? format(language, 'month-day', language === 'zh' ? { month: 'long', day: 'numeric' } : { month: 'short', day: 'numeric' }).format(date)
    : dayText(date, language);
  return `${text} ${timeText(date, language)}`;
}

/** A length of time in words that people use: the largest unit, and the next one only while it still matters. */
export function spanText(milliseconds: number, t: Words): string {
  const length = Math.abs(milliseconds);
  if (length < minute) return t('kit:span.moment');
  if (length < hour) return t('kit:span.minutes', { count: Math.floor(length / minute) });
  if (length < 6 * hour) {
    const minutes = Math.floor((length % hour) / minute);
    const hours = Math.floor(length / hour);
    return minutes === 0 ? t('kit:span.hours', { count: hours }) : t('kit:span.hoursMinutes', { hours, minutes });
  }
  if (length < day) return t('kit:span.hours', { count: Math.floor(length / hour) });
  const days = Math.floor(length / day);
  const hours = Math.floor((length % day) / hour);
  return days < 3 && hours > 0 ? t('kit:span.daysHours', { days, hours }) : t('kit:span.days', { count: days });
}

/** 刚刚, 5分钟前, 今天 09:30, 昨天 18:00, then the date. */
export function agoText(when: When, language: Language, t: Words, now: number = Date.now()): string {
  const at = new Date(when).getTime();
  const since = now - at;
  if (since >= 0 && since < minute) return t('kit:ago.now');
  if (since >= 0 && since < hour) return t('kit:ago.minutes', { count: Math.floor(since / minute) });
  const time = timeText(at, language);
  if (dayOf(at) === dayOf(now)) return t('kit:ago.today', { time });
  if (dayOf(at) === dayOf(now - day)) return t('kit:ago.yesterday', { time });
  if (dayOf(at) === dayOf(now + day)) return t('kit:ago.tomorrow', { time });
  return momentText(at, language, now);
}

/** The formats above in the language now spoken. */
export function useDates() {
  const language = useLanguage();
  const t = useTexts('kit');
  return {
    day: (when: When) => dayText(when, language),
    time: (when: When) => timeText(when, language),
    moment: (when: When) => momentText(when, language),
    ago: (when: When) => agoText(when, language, t),
    span: (milliseconds: number) => spanText(milliseconds, t),
  };
}
