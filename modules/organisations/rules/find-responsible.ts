import type { Limit } from '@gongzhi/contract/primitives';
import type { Responsible } from '../organisations.ts';

/** One line of the responsibility list. */
export interface Line {
  id: string;
  leadOrganisationId: string;
  assistOrganisationIds: string[];
  limit: Limit | null;
}

/** The responsibility list, laid out for the search. */
export interface ResponsibilityList {
  lines: ReadonlyMap<string, ReadonlyMap<string, Line>>;
  /** Lengths of all area codes that have lines, the longest first: only prefixes of these lengths can answer. */
  lengths: readonly number[];
  categories: ReadonlyMap<string, { parent: string | null; limit: Limit | null }>;
}

/**
 * Who answers for a category at a place: first the lines of the category itself, from the place outwards, then in the same way
 * those of its parent category, and so on. A line whose lead `exists` denies does not answer; assisting units that do not exist are left
 * out. Also gives the limit that holds where no line says otherwise, and every line that was looked for.
 */
export function findResponsible(
  list: ResponsibilityList,
  category: string,
  areaCode: string,
  exists: (organisationId: string) => boolean,
): { found: Responsible | null; limit: Limit | null; tried: { category: string; areaCode: string }[] } {
  const tried: { category: string; areaCode: string }[] = [];
  const limit = limitOf(list, category);
  const lengths = [areaCode.length, ...list.lengths.filter((length) => length < areaCode.length)];
  for (const asked of chain(list, category)) {
    const lines = list.lines.get(asked);
    for (const length of lengths) {
      const prefix = areaCode.slice(0, length);
      tried.push({ category: asked, areaCode: prefix });
      const line = lines?.get(prefix);
      if (!line || !exists(line.leadOrganisationId)) continue;
      const found: Responsible = {
        responsibilityId: line.id,
        category: asked,
        areaCode: prefix,
        leadOrganisationId: line.leadOrganisationId,
        assistOrganisationIds: line.assistOrganisationIds.filter(exists),
        limit: line.limit ?? limit,
        tried,
      };
      return { found, limit: found.limit, tried };
    }
  }
  return { found: null, limit, tried };
}

function* chain(list: ResponsibilityList, category: string): Generator<string> {
  const seen = new Set<string>();
  for (let code: string | null = category; code !== null && !seen.has(code); code = list.categories.get(code)?.parent ?? null) {
    seen.add(code);
    yield code;
  }
}

function limitOf(list: ResponsibilityList, category: string): Limit | null {
  for (const code of chain(list, category)) {
    const limit = list.categories.get(code)?.limit;
    if (limit) return limit;
  }
  return null;
}
