import type { Ledger } from '../context.ts';
import { readCursor, writeCursor } from '../rules/cursor.ts';
import {
  countPublic,
  type PublicCount,
  type PublicEntry,
  type PublicRow,
  type PublicWanted,
  selectPublicNear,
  selectPublicOne,
  selectPublicPage,
} from '../store/select-public.ts';

/**
 * What everybody may read of published matters. A kind that publishes keeps the redacted title and text in `details.publication`
 * (`{title, body}`); nothing else that a person wrote is picked here, and `details` must be picked from by the module of the kind.
 */
export interface Publications {
  /** One page, newest first: open ones by opening, ended ones by closing. */
  publicList(
    wanted: PublicWanted & { phase: 'open' | 'ended'; cursor?: string | undefined; limit: number },
  ): Promise<{ items: PublicRow[]; next: string | null }>;
  /** The nearest ones within so many metres of a point in WGS 84, measured to where they are shown. */
  publicNear(
    wanted: PublicWanted,
    from: { longitude: number; latitude: number; metres: number },
    limit: number,
  ): Promise<(PublicRow & { metres: number })[]>;
  /** One of them with its public history; undefined where it is not published. */
  publicOne(wanted: PublicWanted & { number: string }): Promise<(PublicRow & { entries: PublicEntry[] }) | undefined>;
  /** How many there are by area, category and being ended. Reads all of them: keep the answer. */
  publicCounts(wanted: PublicWanted, by: { codeLength: number; satisfiedFrom: number }): Promise<PublicCount[]>;
}

export function publications(ledger: Ledger): Publications {
  const { database } = ledger;
  return {
    async publicList({ cursor, limit, ...wanted }) {
      const sort = `public ${wanted.phase}`;
      const found = await selectPublicPage(database, wanted, cursor ? readCursor(cursor, sort) : null, limit + 1);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? writeCursor({ sort, at: last.key, id: last.id }) : null };
    },
    publicNear: (wanted, from, limit) => selectPublicNear(database, wanted, from, limit),
    publicOne: (wanted) => selectPublicOne(database, wanted),
    publicCounts: (wanted, by) => countPublic(database, wanted, { ...by, now: ledger.now() }),
  };
}
