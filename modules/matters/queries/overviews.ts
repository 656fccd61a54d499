import { type Actor, unitsFor } from '@gongzhi/contract/actor';
import type { MatterFilter } from '@gongzhi/contract/matters';
import { cached, sql } from '@gongzhi/platform/database';
import type { Ledger } from '../context.ts';
import { readCursor, writeCursor } from '../rules/cursor.ts';
import { tellingGrams } from '../rules/telling-grams.ts';
import { visibleCondition, visibleWays } from '../rules/visible.ts';
import { type ClockedMatter, type ClockWanted, countByClock, selectByClock } from '../store/select-by-clock.ts';
import { selectChanges } from '../store/select-changes.ts';
import { selectGramShares } from '../store/select-gram-shares.ts';
import {
  type AreaCountRow,
  type CellBox,
  type CellRow,
  type PointRow,
  selectAreaCounts,
  selectCells,
  selectPoints,
} from '../store/select-points.ts';
import { type SimilarRow, type SimilarWanted, selectSimilar } from '../store/select-similar.ts';
import {
  type Standing,
  type StandingFilter,
  type StandingKey,
  type StandingMatter,
  type StandingRow,
  selectStanding,
  selectStandingMatters,
} from '../store/select-standing.ts';
import { selectTotals } from '../store/select-totals.ts';
import { scoped } from './list-matters.ts';

/** Something that was done to a matter, in names. */
export interface RecentChange {
  at: Date;
  number: string;
  title: string;
  action: string;
  /** The organisation of who acted, else its name; a resident is never named. */
  actor: string;
}

/** What those who count, compare and draw ask of the ledger. Those with an actor answer only what the actor may see. */
export interface Overviews {
  /** How many matters stood at each of several moments (ascending), by key. For figures: scope is the business of the caller. */
  standing(standing: Standing, filter: StandingFilter, key: StandingKey, moments: readonly Date[]): Promise<StandingRow[]>;
  /** The matters behind one such count, longest standing first. */
  standingMatters(
    standing: Standing,
    filter: StandingFilter,
    at: Date,
    after: StandingMatter | null,
    limit: number,
  ): Promise<StandingMatter[]>;
  /** Matters near a place or with words in common, in no order. */
  similar(actor: Actor, wanted: Omit<SimilarWanted, 'telling'>): Promise<SimilarRow[]>;
  /** Matters for which a clock runs, soonest due first. For staff whose areas the caller has settled. */
  byClock(wanted: ClockWanted & { cursor?: string | undefined; limit: number }): Promise<{ items: ClockedMatter[]; next: string | null }>;
  /** How many there are, up to 10,001. */
  countByClock(wanted: ClockWanted): Promise<number>;
  /** What others did since a moment to matters in which the actor's organisations have a part, or, without such, to those it may see. */
  changes(actor: Actor, since: Date, limit: number): Promise<RecentChange[]>;
  /** How many matters satisfy each of several filters, and how many of them are late; one statement, up to 10,001 each. */
  totals(actor: Actor, filters: readonly MatterFilter[]): Promise<{ count: number; late: number }[]>;
  /** Places of the matters of a filter; where there are too many, open and new ones first. */
  points(actor: Actor, filter: MatterFilter, limit: number): Promise<PointRow[]>;
  /** How many matters of a filter lie in each area. */
  areaCounts(actor: Actor, filter: MatterFilter): Promise<AreaCountRow[]>;
  /** Matters of a filter within a box, summed up by its cells. */
  cells(actor: Actor, filter: MatterFilter, box: CellBox): Promise<CellRow[]>;
}

const most = 10_001;

export function overviews(ledger: Ledger): Overviews {
  const { database } = ledger;
  const common = cached(() => selectGramShares(database), 600);
  return {
    standing: (standing, filter, key, moments) => selectStanding(database, standing, filter, key, moments),
    standingMatters: (standing, filter, at, after, limit) => selectStandingMatters(database, standing, filter, at, after, limit),
    async similar(actor, wanted) {
      const telling = tellingGrams(wanted.grams, await common.get());
      return selectSimilar(database, { ...wanted, telling }, visibleCondition(actor));
    },
    async byClock({ cursor, limit, ...wanted }) {
      const known = cursor ? readCursor(cursor, `clock ${wanted.clock}`) : null;
      const found = await selectByClock(database, wanted, known && known.at !== null ? { at: known.at, id: known.id } : null, limit + 1);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? writeCursor({ sort: `clock ${wanted.clock}`, at: last.dueAt, id: last.clockId }) : null };
    },
    countByClock: (wanted) => countByClock(database, wanted, most),
    async changes(actor, since, limit) {
      const units = unitsFor(actor, 'case.handle').filter((id) => id !== '');
      const condition =
        units.length > 0
          ? sql<boolean>`m.id in (select p.matter_id from matters.part p where p.organisation_id = any(${units}::uuid[]))`
          : visibleCondition(actor);
      const [rows, organisations] = await Promise.all([
        selectChanges(database, condition, actor.id, since, limit),
        ledger.organisations.directory(),
      ]);
      return rows.map(({ at, number, title, action, actorKind, actorName, organisationId }) => ({
        at,
        number,
        title,
        action,
        actor: organisationId !== null ? organisations.name(organisationId) : actorKind === 'resident' ? '诉求人' : actorName,
      }));
    },
    async totals(actor, filters) {
      const asked = await Promise.all(filters.map((filter) => scoped(ledger, actor, filter)));
      const rows = await selectTotals(database, asked, ledger.now(), most);
      const byIndex = new Map(rows.map((row) => [row.index, row]));
      return filters.map((_, index) => ({ count: byIndex.get(index)?.count ?? 0, late: byIndex.get(index)?.late ?? 0 }));
    },
    async points(actor, filter, limit) {
      const { conditions } = await scoped(ledger, actor, filter);
      return selectPoints(database, [...conditions, visibleCondition(actor)], ledger.now(), limit);
    },
    async areaCounts(actor, filter) {
      const { conditions } = await scoped(ledger, actor, filter);
      return selectAreaCounts(database, conditions, visibleWays(actor), ledger.now());
    },
    async cells(actor, filter, box) {
      const { conditions } = await scoped(ledger, actor, filter);
      return selectCells(database, [...conditions, visibleCondition(actor)], box, ledger.now());
    },
  };
}
