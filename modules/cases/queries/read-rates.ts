import type { Actor } from '@gongzhi/contract/actor';
import type { cases, RatesRow } from '@gongzhi/contract/cases';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { StandingKey, StandingRow } from '@gongzhi/matters';
import type { AreaDirectory } from '@gongzhi/territory';
import type { CasesCore } from '../cases.ts';
import { ratesRow, type Stock } from '../rules/compute-rates.ts';
import { beginning, bucketsOf, checkPeriod, dayIn, nextDay, spansOf } from '../rules/figure-period.ts';
import { figureAreas } from '../rules/figure-scope.ts';
import { addCounts, type Counts, noCounts } from '../rules/measures.ts';
import { type Grouping, readOpen, readTally } from '../store/read-counts.ts';
import { readLate, readMeasures } from '../store/read-measures.ts';
import { withDescendants } from './categories-below.ts';

type Query = QueryOf<typeof cases.rates>;
type Answer = AnswerOf<typeof cases.rates>;

/**
 * The rates of a period. What happened is read from sums by area, unit, category or channel, and from the counted events where two of them
 * cross; what still stands open past its due time is read from the ledger, and what stood so at the end of a past period but has ended since from the counted events.
 */
export async function readRates(core: CasesCore, actor: Actor, query: Query): Promise<Answer> {
  const { by } = query;
  const period = { from: query.from, to: query.to };
  checkPeriod(period, by);
  const now = core.now?.() ?? new Date();
  const today = dayIn(now);
  const directory = await core.territory.directory();
  const areas = figureAreas(actor, query.area);
  const categories = query.category === undefined ? undefined : await withDescendants(core.organisations, query.category);
  const everywhere = coversAll(areas, directory);
  const crossed = query.unit !== undefined || categories !== undefined || (!everywhere && ['unit', 'category', 'channel'].includes(by));
  const targets = by === 'area' ? targetAreas(areas, query.level, directory) : [];
  const grouping: Grouping = by === 'area' ? { by, length: targets[0]?.length ?? 24 } : { by };

  const buckets = by === 'day' || by === 'month' ? bucketsOf(period, by) : null;
  const end = new Date(Math.min(now.getTime(), beginning(nextDay(period.to)).getTime()));
  const reached = buckets?.filter((_, index) => index === 0 || (buckets[index - 1]?.end ?? now) < now) ?? null;
  const moments = reached ? reached.map((bucket) => new Date(Math.min(bucket.end.getTime(), now.getTime()))) : [end];
  const key: StandingKey =
    by === 'area' ? { by, length: grouping.by === 'area' ? grouping.length : 24 } : buckets ? { by: 'none' } : { by: by as 'unit' };
  const filter = { kind: core.kind.kind, areas, unit: query.unit, categories };

  // At the present moment nothing can have ended later.
  const past = (moments[0] as Date) < now;
  const fromLedger = crossed || by === 'unit';
  const later = period.to < today ? spansOf({ from: nextDay(period.to), to: today }, today) : null;
  const [counts, open, openRows, overdue, contact, closedLate, contactedLate] = await Promise.all([
    crossed
      ? readMeasures(core.database, grouping, { areas, unit: query.unit, categories }, period)
      : readTally(core.database, grouping, areas, by === 'day' ? { days: [period], months: null } : spansOf(period, today)),
    fromLedger ? null : readOpen(core.database, buckets ? { by: 'none' } : (grouping as { by: 'category' }), areas, later),
    fromLedger ? core.matters.standing({ what: 'open' }, filter, key, moments) : null,
    core.matters.standing({ what: 'overdue' }, filter, key, moments),
    core.matters.standing({ what: 'late-clock', clock: 'contact' }, filter, key, moments),
    past ? readLate(core.database, 'closedLate', key, filter, moments) : [],
    past ? readLate(core.database, 'uncontacted', key, filter, moments) : [],
  ]);

  const stocks = new Stocks();
  const keyOf = (row: StandingRow, moment: number) => (reached ? (reached[moment]?.key ?? '') : row.key);
  stocks.take('overdue', overdue, keyOf);
  stocks.take('overdue', closedLate, keyOf);
  stocks.take('contact', contact, keyOf);
  stocks.take('contact', contactedLate, keyOf);
  if (openRows) stocks.take('open', openRows, keyOf);
  else if (buckets) stocks.walkBack(open?.get('') ?? 0, reached ?? [], counts);
  else for (const [name, count] of open ?? []) stocks.of(name).open += count;

  const rules = core.rules();
  const names = await namesFor(core, by, directory, targets);
  const wanted = buckets ? buckets.map((bucket) => bucket.key) : targets;
  const keys = [...new Set([...wanted, ...counts.keys(), ...stocks.keys()])];
  const expected = new Set(wanted);
  const total = noCounts();
  for (const row of counts.values()) addCounts(total, row);
  const last = reached?.at(-1)?.key;
  const rows: RatesRow[] = keys
    .filter((name) => by !== 'unit' || name !== '')
    .sort()
    .map((name) => ratesRow(name, names(name), counts.get(name) ?? noCounts(), stocks.of(name), rules));
  return {
    total: ratesRow('total', '合计', total, buckets ? stocks.of(last ?? '') : stocks.sum(), rules),
    rows: by === 'area' ? rows.filter((row) => expected.has(row.key) || !isEmpty(row)) : rows,
    asOf: now.toISOString(),
  };
}

/** What stands, by row. */
class Stocks {
  readonly #by = new Map<string, Stock>();
  of(key: string): Stock {
    let stock = this.#by.get(key);
    if (!stock) {
      stock = { open: 0, overdue: 0, contact: 0 };
      this.#by.set(key, stock);
    }
    return stock;
  }
  keys() {
    return [...this.#by.keys()];
  }
  sum(): Stock {
    const total = { open: 0, overdue: 0, contact: 0 };
    for (const stock of this.#by.values()) for (const what of ['open', 'overdue', 'contact'] as const) total[what] += stock[what];
    return total;
  }
  /** A row of the ledger counts at each of the moments at which it stood. */
  take(what: keyof Stock, rows: readonly StandingRow[], keyOf: (row: StandingRow, moment: number) => string): void {
    for (const row of rows) for (let moment = row.from; moment < row.to; moment += 1) this.of(keyOf(row, moment))[what] += row.count;
  }
  /** From what is open at the end back to what was open at the end of each bucket. */
  walkBack(open: number, buckets: readonly { key: string }[], counts: ReadonlyMap<string, Counts>): void {
    let left = open;
    for (const { key } of [...buckets].reverse()) {
      this.of(key).open = left;
      left -= (counts.get(key)?.reported ?? 0) - (counts.get(key)?.ended ?? 0);
    }
  }
}

const isEmpty = (row: RatesRow) =>
  Object.values(row.volume).every((count) => count === 0) && Object.values(row.rates).every((rate) => rate.denominator === 0);

function coversAll(areas: readonly string[], directory: AreaDirectory): boolean {
  if (areas.includes('')) return true;
  for (const area of directory.all()) if (area.parent === null && !areas.some((code) => area.code.startsWith(code))) return false;
  return true;
}

/** The areas that get a row each: those of the level below the ones asked about, or of the level given. */
function targetAreas(areas: readonly string[], level: string | undefined, directory: AreaDirectory): string[] {
  const all = [...directory.all()];
  const within = all.filter((area) => areas.some((code) => area.code.startsWith(code)));
  const known = new Set(within.map((area) => area.code));
  const roots = within.filter((area) => area.parent === null || !known.has(area.parent));
  const below = level ?? within.find((area) => area.parent === roots[0]?.code)?.level;
  const found = within.filter((area) => area.level === below).map((area) => area.code);
  return found.length > 0 ? found : roots.map((area) => area.code);
}

async function namesFor(
  core: CasesCore,
  by: Query['by'],
  directory: AreaDirectory,
  targets: readonly string[],
): Promise<(key: string) => string> {
  if (by === 'area') return (key) => (key.length < (targets[0]?.length ?? 0) ? `${directory.name(key)}（本级）` : directory.name(key));
  if (by === 'unit') {
    const units = await core.organisations.directory();
    return (key) => units.name(key);
  }
  if (by === 'category') {
    const categories = await core.organisations.categories();
    return (key) => (key === '' ? '未分类' : categories.name(key));
  }
  return (key) => (by === 'channel' ? (channelNames[key] ?? key) : key);
}

const channelNames: Record<string, string> = {
  resident: '居民端',
  hotline: '热线',
  grid: '网格',
  'walk-in': '来访',
  media: '媒体',
  import: '导入',
  open311: 'Open311',
  api: '接口',
};
