import type { DateOrder } from './dates.ts';

export interface GuessedDateOrder {
  /** Null where nothing in the samples tells and a person has to choose. */
  order: DateOrder | null;
  certainty: 'certain' | 'likely' | 'unsure';
  why: { zh: string; en: string };
}

const numeric = /^\s*(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)/;

/**
 * Decides over a column whether 04/12/2018 means April or December: one value above 12 settles it, values of both kinds contradict
 * each other, AM and PM suggest the American order. A sample should be generous: days up to the 12th say nothing.
 */
export function guessDateOrder(samples: Iterable<string>): GuessedDateOrder {
  let yearFirst = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  let open = 0;
  let halves = 0;
  for (const sample of samples) {
    const text = sample.normalize('NFKC').trim();
    if (text === '') continue;
    const match = numeric.exec(text);
    if (!match || match[1]!.length > 2 || match[4]!.length !== 4) {
      yearFirst++;
      continue;
    }
    if (/[ap]\.?m\.?$/i.test(text)) halves++;
    if (match[2] === '.' || Number(match[1]) > 12) dayFirst++;
    else if (Number(match[3]) > 12) monthFirst++;
    else open++;
  }
  const counts = `${dayFirst}/${monthFirst}/${open}`;
  if (dayFirst && monthFirst) {
    return {
      order: dayFirst > monthFirst ? 'day-first' : 'month-first',
      certainty: 'unsure',
      why: { zh: `两种写法都有（日在前/月在前/不定 ${counts}）`, en: `both orders occur (day first/month first/open ${counts})` },
    };
  }
  if (dayFirst)
    return {
      order: 'day-first',
      certainty: 'certain',
      why: { zh: `有 ${dayFirst} 个值只能是日在前`, en: `${dayFirst} values can only be day first` },
    };
  if (monthFirst)
    return {
      order: 'month-first',
      certainty: 'certain',
      why: { zh: `有 ${monthFirst} 个值只能是月在前`, en: `${monthFirst} values can only be month first` },
    };
  if (open && halves)
    return { order: 'month-first', certainty: 'likely', why: { zh: '带 AM/PM，多为月在前', en: 'AM and PM suggest month first' } };
  if (open)
    return {
      order: null,
      certainty: 'unsure',
      why: { zh: '所有日期都在 12 日以前，分不清月与日', en: 'no day above 12: day and month look alike' },
    };
  return {
    order: 'year-first',
    certainty: yearFirst ? 'certain' : 'unsure',
    why: { zh: '年在前或写法不含糊', en: 'year first, or written without doubt' },
  };
}
