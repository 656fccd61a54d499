import { digitOf, fold } from './fold.ts';
import { personNames } from './person-names.ts';

/** What stands in the place of something personal; always the same, so that not even its length shows. */
export const mark = '▇▇';

type Range = readonly [from: number, to: number];

// What people put between the digits of a number they dictate or disguise.
const narrow = /[ \-‐-―−~·•.．_/()*+#▪|\\]/;
const wide = /[ \-‐-―−~·•.．_/()*+#▪|\\,，、;；:：'"\n]/;

/**
 * Takes out of a text what would tell who somebody is: telephone and citizen numbers in any spacing, width or wording, bank cards, e-mail,
 * licence plates, names that are introduced as names, numbers of houses and rooms. Streets and places stay: a problem has to be found.
 * The outcome redacted again is the same. Too much is rather masked than too little.
 */
export function redact(text: string): string {
  let current = text;
  // A mask may uncover nothing new, but a second look is cheaper than a proof.
  for (let turn = 0; turn < 8; turn += 1) {
    const next = once(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** Whether something personal still seems to stand in a text: then a person has to look at it. Run it on what `redact` gave. */
export function looksPersonal(text: string): boolean {
  const folded = withoutTimes(fold([...text]));
  if (runs(folded, wide).some(({ digits }) => numbersIn(digits).length > 0) || longRuns(folded).length > 0) return true;
  return (
    /[\w.]@[\w]/.test(folded) ||
    /(?:电话|手机|身份证|微信|QQ|银行卡|卡)(?:号码|号)? *(?:: *[^ ▇,，.。;；]|[是为] *[\w一二三四五六七八九零幺]{4})/i.test(folded)
  );
}

function once(text: string): string {
  const points = [...text];
  const folded = fold(points);
  const ranges = [...numbers(folded), ...patterns.flatMap((pattern) => matches(folded, pattern)), ...personNames(folded)];
  return masked(points, ranges);
}

function masked(points: readonly string[], ranges: Range[]): string {
  const sorted = ranges.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  let out = '';
  let at = 0;
  for (let i = 0; i < sorted.length; ) {
    const [from] = sorted[i] as Range;
    let to = (sorted[i] as Range)[1];
    for (i += 1; i < sorted.length && (sorted[i] as Range)[0] <= to; i += 1) to = Math.max(to, (sorted[i] as Range)[1]);
    out += points.slice(at, from).join('') + mark;
    at = to;
  }
  return out + points.slice(at).join('');
}

interface Run {
  digits: string;
  /** Where each digit stands. */
  at: number[];
}

/** Digits that belong together: nothing but a few separators between them. */
function runs(folded: string, separator: RegExp): Run[] {
  const found: Run[] = [];
  let run: Run = { digits: '', at: [] };
  let gap = 0;
  const close = () => {
    if (run.digits.length > 0) found.push(run);
    run = { digits: '', at: [] };
    gap = 0;
  };
  for (let i = 0; i < folded.length; i += 1) {
    const character = folded[i] as string;
    const digit = digitOf(character) ?? (/x/i.test(character) && run.digits.length >= 17 && /^\d+$/.test(run.digits) ? 'X' : null);
    if (digit) {
      run.digits += digit;
      run.at.push(i);
      gap = 0;
    } else if (run.digits.length > 0 && separator.test(character) && gap < 6) gap += 1;
    else close();
  }
  close();
  return found;
}

const mobile = /1[3-9]\d{9}/y;
const citizen = /[1-9]\d{5}(?:18|19|20|21)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]/y;

/** Where mobile and citizen numbers stand among digits, at every place where one may begin. */
function numbersIn(digits: string): Range[] {
  const found: Range[] = [];
  for (let i = 0; i < digits.length; i += 1)
    for (const pattern of [citizen, mobile]) {
      pattern.lastIndex = i;
      const match = pattern.exec(digits);
      if (match) found.push([i, i + match[0].length]);
    }
  return found;
}

function numbers(text: string): Range[] {
  const folded = withoutTimes(text);
  const inWide = runs(folded, wide).flatMap(({ digits, at }) =>
    numbersIn(digits).map(([from, to]): Range => [at[from] as number, (at[to - 1] as number) + 1]),
  );
  const long = longRuns(folded).map(({ at }): Range => [at[0] as number, (at.at(-1) as number) + 1]);
  return [...inWide, ...long];
}

/** A day with the time of day is no number of anybody, though its digits may look like one. */
const times = /(?<!\d)20\d{2}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日? ?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/g;
const withoutTimes = (folded: string) => folded.replace(times, (found) => '\u0001'.repeat(found.length));

/** Seven digits and more are a telephone, a card, an account, unless they tell a moment, years or a sum of money. */
function longRuns(folded: string): Run[] {
  return runs(folded, narrow).filter(({ digits, at }) => {
    if (digits.length < 7 || isMoment(digits)) return false;
    const end = (at.at(-1) as number) + 1;
    const written = folded.slice(at[0], end);
    return !areYears(written) && !(/^\d{1,10}(?:\.\d{1,2})?$/.test(written) && /^ ?[元万亿平m]/.test(folded.slice(end)));
  });
}

/** 2018—2019, (2010)295: years, the last perhaps followed by the number of a document. */
function areYears(written: string): boolean {
  const groups = written.split(/\D+/);
  const years = groups.filter((group) => /^(?:19|20)\d{2}$/.test(group)).length;
  return (
    years > 0 &&
    groups.length > 1 &&
    (years === groups.length || (years === groups.length - 1 && /^\d{1,3}$/.test(groups.at(-1) as string)))
  );
}

/** 20260301, 202603011330: a day, with or without hour and minute. */
function isMoment(digits: string): boolean {
  return /^(?:19|20)\d{2}(?:0?[1-9]|1[0-2])(?:0?[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])(?:[0-5]\d){0,2})?$/.test(digits);
}

const gap = '[ ·•.\\-]{0,2}';
const count = '[0-9一二三四五六七八九十百]{1,5}';
const patterns: RegExp[] = [
  /[\w.+-]+ *@ *[\w-]+(?: *\. *[\w-]+)+/gi,
  new RegExp(
    `[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]${gap}[A-HJ-Z]${gap}(?:[A-Z0-9]${gap}){4,5}[A-Z0-9学警港澳挂试超]`,
    'gi',
  ),
  // Accounts of messengers: only what follows the word.
  /(?<=(?:微信|薇信|vx|wx|wechat|qq|扣扣|支付宝|抖音)(?:号码?|账号)?[ ::是为]{0,3})[a-z0-9][\w-]{4,24}/gi,
  // House, building, unit and room: the number goes, the word and the street stay.
  /(?:[a-z]?[0-9]{1,5}|[a-z])[a-z]?(?:[-‐-―][0-9]{1,5})*(?= ?(?:号楼|栋|幢|单元|号房|房间|座(?![桥山塔庙])))/gi,
  // In words: “that one house” and “a few dozen” count houses and name none.
  /(?<![这同那每整几建有二三四五六七八九十百])[一二三四五六七八九十百]{1,5}(?= ?(?:号楼|栋|幢|单元|号房))/g,
  /[a-z]?[0-9]{1,5}[a-z]?(?:[-‐-―][0-9]{1,5})*(?= ?室(?! ?[0-9一二两]厅))/gi,
  new RegExp(`(?<=[路街巷弄里道村园苑区庄湾坊组桥同队牌] ?)${count}(?:[-‐-―]${count})*(?= ?号(?!楼|线|门|院内?大门))`, 'g'),
  /(?<![\d-])\d{1,3}[-‐-―]\d{1,2}[-‐-―]\d{3,4}(?![\d-])/g,
];

function matches(folded: string, pattern: RegExp): Range[] {
  return [...folded.matchAll(pattern)].map((match): Range => [match.index, match.index + match[0].length]);
}
