/** What is counted, in the order of their numbers in `cases.measure`, which begin with 1 and never change. */
export const measures = [
  'reported',
  'filed',
  'dispatched',
  'returned',
  'contacted',
  'uncontacted',
  'handled',
  'reworked',
  'passed',
  'verifiedAgain',
  'closedInTime',
  'closedLate',
  'reopened',
  'solved',
  'unsolved',
  'grade1',
  'grade2',
  'grade3',
  'grade4',
  'grade5',
  'ended',
  // Closed without ever having had a deadline: neither in time nor late.
  'closedUndated',
] as const;
export type Measure = (typeof measures)[number];
export type Counts = Record<Measure, number>;

export const numberOf = (measure: Measure): number => measures.indexOf(measure) + 1;
/** The column of `cases.tally` that sums a measure. */
export const columnOf = (measure: Measure): string => measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const noCounts = (): Counts => Object.fromEntries(measures.map((measure) => [measure, 0])) as Counts;

export function addCounts(to: Counts, more: Counts): Counts {
  for (const measure of measures) to[measure] += more[measure];
  return to;
}

/** Endings that count for on-time closing; rejected, diverted, withdrawn and duplicate cases do not. */
export const countedOutcomes = ['solved', 'explained', 'unsolved'] as const;
/** What a reopening takes back: the case was not closed after all. */
export const takenBack = ['closedInTime', 'closedLate', 'closedUndated', 'ended'] as const satisfies readonly Measure[];
export const grades = ['grade1', 'grade2', 'grade3', 'grade4', 'grade5'] as const satisfies readonly Measure[];
