import type { MatterDetail } from '@gongzhi/contract/matters';

type Entry = MatterDetail['entries'][number];
export interface Fact {
  /** Key of its label among the texts of the page. */
  key: string;
  value: string;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const joined = (value: unknown): string | null => (Array.isArray(value) && value.length > 0 ? value.map(String).join('、') : null);

/** Of the data of an entry, what tells a reader something beside its note. Identifiers are left out. */
export function entryFacts(entry: Pick<Entry, 'data'>, outcome: (name: string) => string): Fact[] {
  const data = entry.data ?? {};
  const facts: [string, string | null][] = [
    ['lead', text(data.leadName)],
    ['assist', joined(data.assistNames)],
    ['outcome', text(data.outcome) && outcome(String(data.outcome))],
    ['to', text(data.to)],
    ['measure', text(data.measure)],
    ['children', joined(data.children)],
    ['approvedBy', text(data.approvedBy)],
    ['amount', typeof data.amount === 'number' ? String(data.amount) : null],
    ['designated', data.designated === true ? '✓' : null],
    ['unreached', data.reached === false ? '✓' : null],
    ['satisfaction', typeof data.satisfaction === 'number' ? '★'.repeat(data.satisfaction) : null],
  ];
  return facts.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}
