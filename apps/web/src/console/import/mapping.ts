/** The fields of a case that a column may hold, as the server names them. */
export const caseFields = [
  'external_number',
  'title',
  'body',
  'opened_at',
  'due_at',
  'closed_at',
  'state',
  'outcome',
  'category',
  'channel',
  'address',
  'longitude',
  'latitude',
  'location',
  'organisation',
  'reporter_name',
  'reporter_phone',
  'likes',
  'dislikes',
  'area_code',
] as const;
export type CaseField = (typeof caseFields)[number];

/** Column name to field; null for a column that is not taken. */
export type Mapping = Readonly<Record<string, string | null>>;

/** What the person begins with: the server's guess, with columns known to hold nothing of a case left out. */
export const guessed = (columns: readonly { column: string; field: string | null }[]): Mapping =>
  Object.fromEntries(columns.map(({ column, field }) => [column, field === 'ignored' ? null : field]));

export type MappingFlaw = { kind: 'twice'; fields: string[] } | { kind: 'needOpened' } | { kind: 'needText' };

/** What stands in the way of reading any row; the server refuses the same. */
export function flawsOf(mapping: Mapping): MappingFlaw[] {
  const taken = Object.values(mapping).filter((field): field is string => field !== null);
  const twice = [...new Set(taken.filter((field, at) => taken.indexOf(field) !== at))];
  const flaws: MappingFlaw[] = twice.length > 0 ? [{ kind: 'twice', fields: twice }] : [];
  if (!taken.includes('opened_at')) flaws.push({ kind: 'needOpened' });
  if (!taken.some((field) => field === 'title' || field === 'body' || field === 'category')) flaws.push({ kind: 'needText' });
  return flaws;
}
