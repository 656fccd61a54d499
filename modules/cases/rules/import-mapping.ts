import { type CaseField, caseFields, fieldNames, ignoredNames, plainName } from './import-fields.ts';
import { type ColumnLook, lookAt, suits } from './import-values.ts';

/** What a column is taken to be. `ignored`: known to hold nothing of a case; null: not guessed, a person has to say. */
export interface ColumnGuess {
  column: string;
  field: CaseField | 'ignored' | null;
  /** 0 to 1; below 0.5 the page asks to look twice. */
  confidence: number;
  why: { zh: string; en: string };
  /** Up to three values, shortened; those of contact data masked. */
  samples: string[];
}

interface Candidate {
  column: number;
  field: CaseField;
  score: number;
  why: { zh: string; en: string };
}

const names = new Map<CaseField, string[]>(caseFields.map((field) => [field, fieldNames[field].split(' ')]));
const ignored = new Set(ignoredNames.split(' '));
const LEAST = 0.35;

/**
 * Guesses which column is which field, from the names of the columns and the values of some rows. No field is given twice: the column
 * that suits best has it, the others say so. `rows` should be some dozens: they tell dates from numbers and identifiers from repeats.
 */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): ColumnGuess[] {
  const looks = header.map((_, column) => lookAt(rows.map((cells) => cells[column] ?? '')));
  const candidates = header.flatMap((name, column) => candidatesOf(name, column, looks[column]!)).sort((a, b) => b.score - a.score);
  const byColumn = new Map<number, Candidate>();
  const byField = new Map<CaseField, Candidate>();
  for (const candidate of candidates) {
    if (candidate.score < LEAST || byColumn.has(candidate.column) || byField.has(candidate.field)) continue;
    byColumn.set(candidate.column, candidate);
    byField.set(candidate.field, candidate);
  }
  return header.map((column, at) => {
    const guess = byColumn.get(at);
    const samples = samplesOf(rows, at, guess?.field);
    if (guess) return { column, field: guess.field, confidence: Math.round(guess.score * 100) / 100, why: guess.why, samples };
    if (ignored.has(plainName(column))) {
      return {
        column,
        field: 'ignored',
        confidence: 0.8,
        why: { zh: '常见但与案件无关的列', en: 'a common column that holds nothing of a case' },
        samples,
      };
    }
    const lost = candidates.find((candidate) => candidate.column === at && candidate.score >= LEAST);
    const better = lost && byField.get(lost.field);
    if (better) {
      const other = header[better.column]!;
      return { column, field: null, confidence: 0, why: { zh: `“${other}”更合适`, en: `“${other}” suits better` }, samples };
    }
    return { column, field: null, confidence: 0, why: { zh: '列名和内容都未能识别', en: 'neither name nor values are known' }, samples };
  });
}

function candidatesOf(name: string, column: number, look: ColumnLook): Candidate[] {
  const plain = plainName(name);
  if (ignored.has(plain)) return [];
  const found: Candidate[] = [];
  for (const field of caseFields) {
    const byName = nameScore(plain, names.get(field)!);
    const fit = suits(field, look);
    const byValue = fit === 1 ? valueAlone(field, look) : 0;
    if (byName === 0 && byValue === 0) continue;
    const score = byName > 0 ? (fit === -1 ? byName * 0.3 : Math.min(0.99, byName + fit * 0.09)) : byValue;
    found.push({ column, field, score, why: reasonOf(byName, fit, look) });
  }
  return found;
}

/** 0.9 for a known name, less where a known name is only part of it. Short names count only when they stand alone. */
function nameScore(plain: string, known: readonly string[]): number {
  if (known.includes(plain)) return 0.9;
  let longest = 0;
  for (const name of known) {
    const least = /^[\p{Script=Han}]/u.test(name) ? 2 : 5;
    if (name.length >= least && plain.includes(name)) longest = Math.max(longest, name.length);
  }
  return longest === 0 ? 0 : 0.45 + 0.35 * (longest / plain.length);
}

/** What the values alone are worth where the name tells nothing: only what is unmistakable. */
function valueAlone(field: CaseField, look: ColumnLook): number {
  if (field === 'location' || field === 'reporter_phone') return 0.5;
  if (field === 'body') return look.length > 60 ? 0.45 : 0;
  if (field === 'opened_at') return 0.36;
  return 0;
}

function reasonOf(byName: number, fit: -1 | 0 | 1, look: ColumnLook): { zh: string; en: string } {
  const name =
    byName === 0.9 ? { zh: '列名相符', en: 'the name is known' } : byName > 0 ? { zh: '列名相近', en: 'the name is close' } : null;
  const value =
    look.filled === 0
      ? { zh: '样本为空', en: 'the sample is empty' }
      : fit === 1
        ? { zh: '内容相符', en: 'the values suit' }
        : fit === -1
          ? { zh: '但内容不符', en: 'but the values do not suit' }
          : { zh: '内容不能说明', en: 'the values do not tell' };
  return name ? { zh: `${name.zh}，${value.zh}`, en: `${name.en}, ${value.en}` } : value;
}

function samplesOf(rows: readonly (readonly string[])[], column: number, field: CaseField | undefined): string[] {
  const samples = new Set<string>();
  for (const cells of rows) {
    const value = (cells[column] ?? '').trim();
    if (value !== '') samples.add(field === 'reporter_phone' || field === 'reporter_name' ? `${value.slice(0, 1)}***` : value.slice(0, 60));
    if (samples.size === 3) break;
  }
  return [...samples];
}
