import type { Actor } from '@gongzhi/contract/actor';
import type { cases, RateName } from '@gongzhi/contract/cases';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { Standing } from '@gongzhi/matters';
import type { CasesCore } from '../cases.ts';
import { readFigureCursor, writeFigureCursor } from '../rules/figure-cursor.ts';
import { beginning, checkPeriod, nextDay } from '../rules/figure-period.ts';
import { figureAreas } from '../rules/figure-scope.ts';
import type { Measure } from '../rules/measures.ts';
import { type ShareRate, type SplitRate, shareRates, splitRates } from '../rules/rate-sides.ts';
import { selectMeasured } from '../store/select-measured.ts';
import { withDescendants } from './categories-below.ts';

type Query = QueryOf<typeof cases.rateRows>;
type Answer = AnswerOf<typeof cases.rateRows>;

interface Behind {
  measures: readonly Measure[];
  standing: Standing | null;
  without?: Measure;
}

/**
 * What stands behind one side of a rate: the same counted events from which the figure was summed, and what stands open past its due
 * time. `missed` is what counts against: of a rate of returns or rework the returns themselves, of effective reports those never filed.
 */
function behind(rate: RateName, side: Query['side'], satisfiedFrom: number): Behind {
  const split = splitRates(satisfiedFrom);
  if (rate === 'composite') {
    const parts = (['response', 'resolution', 'satisfaction'] as const).map((name) => behind(name, side, satisfiedFrom));
    return { measures: parts.flatMap((part) => part.measures), standing: parts.find((part) => part.standing)?.standing ?? null };
  }
  if (rate in shareRates) {
    const { part, whole } = shareRates[rate as ShareRate];
    if (side === 'missed')
      return rate === 'effective' ? { measures: whole, standing: null, without: 'filed' } : { measures: part, standing: null };
    return { measures: side === 'numerator' ? part : whole, standing: null };
  }
  const { good, bad, standing } = split[rate as SplitRate];
  const open: Standing | null =
    standing === 'overdue' ? { what: 'overdue' } : standing === 'contact' ? { what: 'late-clock', clock: 'contact' } : null;
  if (side === 'numerator') return { measures: good, standing: null };
  return { measures: side === 'missed' ? bad : [...good, ...bad], standing: open };
}

/** The cases behind one side of a rate, one for each time that it was counted: first what stands open, longest first, then the newest. */
export async function listRateRows(core: CasesCore, actor: Actor, query: Query): Promise<Answer> {
  const period = { from: query.from, to: query.to };
  checkPeriod(period);
  const now = core.now?.() ?? new Date();
  const { measures, standing, without } = behind(query.rate, query.side, core.rules().satisfiedFrom);
  const categories = query.category === undefined ? undefined : await withDescendants(core.organisations, query.category);
  const filter = { areas: figureAreas(actor, query.area), unit: query.unit, categories, channel: query.channel };
  const cursor = query.cursor === undefined ? null : readFigureCursor(query.cursor);
  const end = new Date(Math.min(now.getTime(), beginning(nextDay(period.to)).getTime()));
  const ids: string[] = [];

  if (standing && (cursor === null || cursor.in === 'standing')) {
    const found = await core.matters.standingMatters(standing, { kind: core.kind.kind, ...filter }, end, cursor, query.limit + 1);
    const page = found.slice(0, query.limit);
    ids.push(...page.map((row) => row.id));
    const last = page.at(-1);
    if (found.length > query.limit && last) return answer(core, ids, writeFigureCursor({ in: 'standing', since: last.since, id: last.id }));
    if (ids.length === query.limit) return answer(core, ids, writeFigureCursor({ in: 'counted-first' }));
  }
  const room = query.limit - ids.length;
  const after = cursor?.in === 'counted' ? cursor : null;
  const late =
    standing && end < now ? { measure: standing.what === 'overdue' ? ('closedLate' as const) : ('uncontacted' as const), at: end } : null;
  const found = await selectMeasured(core.database, measures, period, { ...filter, without }, late, after, room + 1);
  const page = found.slice(0, room);
  const last = page.at(-1);
  ids.push(...page.map((row) => row.matterId));
  return answer(core, ids, found.length > room && last ? writeFigureCursor({ in: 'counted', at: last.at, id: last.id }) : null);
}

async function answer(core: CasesCore, ids: string[], next: string | null): Promise<Answer> {
  return { items: await core.matters.summaries(ids), next };
}
