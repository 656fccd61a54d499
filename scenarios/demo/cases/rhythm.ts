import { catalogue } from '@gongzhi/cases/catalogue';
import { type Random, weightedChoice } from '../random.ts';
import { HOUR, hourOf, monthAndDay, weekdayOf } from './working-clock.ts';

/** How often what is reported, relative to 1. */
const frequency: Record<string, number> = {
  '0101': 5, '0102': 2, '0103': 1.5, '0104': 4, '0105': 2.5, '0106': 2,
  '0201': 1.5, '0202': 3, '0203': 3, '0204': 2, '0206': 2,
  '0301': 6, '0302': 2.5, '0303': 2.5, '0305': 1.5, '0306': 4.5, '0307': 2,
  '0401': 2, '0402': 0.8, '0403': 2, '0404': 0.4, '0405': 7, '0406': 1,
  '0501': 1.5, '0502': 2, '0503': 0.8, '0505': 1.5,
  '0601': 4, '0602': 5, '0603': 2.5, '0604': 1.5, '0605': 1.5, '0607': 0.6,
  '0701': 7, '0703': 1.5, '0704': 1.5, '0705': 1.5, '0801': 1, '0802': 1.2, '0901': 0.8, '0905': 0.7,
  '1001': 2, '1002': 1, '1005': 0.5, '1101': 2, '1103': 1.5, '1105': 0.8, '1106': 0.6,
  '1201': 0.4, '1205': 2, '1206': 1.8, '1301': 1.2, '1302': 2, '1303': 0.8, '1304': 0.3, '1305': 0.3,
}; // biome-ignore format: a table

/** Months in which a thing is reported more or less; 1 elsewhere. */
const seasons: Record<string, Partial<Record<number, number>>> = {
  '0204': { 5: 1.6, 6: 4, 7: 3.5, 8: 1.8 },
  '0206': { 3: 1.4, 4: 1.6, 8: 1.3 },
  '0401': { 1: 1.6, 7: 1.5 },
  '0403': { 1: 1.3, 7: 2.4, 8: 2.4 },
  '0602': { 5: 1.3, 6: 1.7, 7: 2, 8: 2, 9: 1.4, 12: 0.6, 1: 0.6, 2: 0.6 },
  '0603': { 6: 1.5, 7: 1.8, 8: 1.8 },
  '0607': { 5: 1.8, 10: 2.5 },
  '0606': { 6: 1.6, 7: 1.8, 8: 1.6 },
  '0801': { 5: 2, 6: 3, 7: 3.5, 8: 4 },
  '0802': { 8: 1.8, 9: 1.4 },
  '0903': { 6: 2, 7: 2.6, 8: 2.4, 9: 1.5 },
  '1001': { 12: 2.2, 1: 3.2, 2: 1.6 },
  '1304': { 6: 2, 7: 3, 8: 3 },
};

/** What is heard at night and in the evening rather than by day. */
const nightly = new Set(['0601', '0602', '0603', '0605', '0104', '0106', '1302', '0202', '0701']);
const dayOnly = /^(08|09|10|12|03)/;

// The heating season of the invented place runs from 15 November to 15 March.
function heating(month: number, day: number): boolean {
  return month === 12 || month <= 2 || (month === 11 && day >= 15) || (month === 3 && day <= 15);
}

const codes = catalogue.filter(({ parent }) => parent !== null).map(({ code }) => code);
const choices: ((random: Random) => number)[] = [];

/** The category of a request that comes in at this moment. */
export function categoryAt(milliseconds: number, random: Random): string {
  const [month, day] = monthAndDay(milliseconds);
  const hour = hourOf(milliseconds);
  const night = hour >= 21 || hour < 6;
  const warm = heating(month, day);
  const key = month * 4 + (night ? 2 : 0) + (warm ? 1 : 0);
  let choose = choices[key];
  if (!choose) {
    choose = weightedChoice(
      codes.map((code) => {
        if (code === '0405' && !warm) return 0;
        const byHour = night ? (nightly.has(code) ? 3 : dayOnly.test(code) ? 0.3 : 0.8) : 1;
        return (frequency[code] ?? 0.7) * (seasons[code]?.[month] ?? 1) * byHour;
      }),
    );
    choices[key] = choose;
  }
  return codes[choose(random)]!;
}

const hours = [0.25, 0.15, 0.1, 0.08, 0.08, 0.15, 0.4, 1, 2.2, 3.2, 3, 2.3, 1.5, 1.6, 2.2, 2.7, 2.5, 2, 1.7, 1.8, 1.9, 1.6, 1.1, 0.6];
const weekdays = [0.62, 1.2, 1.12, 1.05, 1.02, 1.05, 0.72];

/**
 * `count` moments of opening in ascending order over the 365 days before `to`: morning and afternoon peaks, an evening hump, quiet
 * weekends and nights, and days that are busier than others for no reason.
 */
export function* openings(count: number, to: Date, random: Random): Generator<number> {
  const end = to.getTime();
  const start = Math.floor((end - 365 * 24 * HOUR) / HOUR) * HOUR;
  const weights: number[] = [];
  let today = 1;
  let total = 0;
  for (let at = start; at < end; at += HOUR) {
    if (hourOf(at) === 0) today = Math.exp(random.normal() * 0.18);
    const weight = hours[hourOf(at)]! * weekdays[weekdayOf(at)]! * today * (Math.min(HOUR, end - at) / HOUR);
    weights.push(weight);
    total += weight;
  }
  let sum = 0;
  let given = 0;
  for (const [i, weight] of weights.entries()) {
    sum += weight;
    const upTo = i === weights.length - 1 ? count : Math.floor((sum / total) * count);
    if (upTo === given) continue;
    const from = start + i * HOUR;
    const length = Math.min(HOUR, end - from);
    const moments = Float64Array.from({ length: upTo - given }, () => from + Math.floor(random.next() * length)).sort();
    given = upTo;
    yield* moments;
  }
}
