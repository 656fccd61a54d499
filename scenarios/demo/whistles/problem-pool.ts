import type { CaseRow } from '../cases/rows.ts';
import type { ResponsibilityRow } from '../units/rows.ts';

/** What a whistle can be about: a case with its category, kept small because there are many. */
export interface PoolCase {
  id: string;
  number: string;
  title: string;
  category: string;
  areaCode: string;
  address: string;
  location: [number, number];
  openedAt: Date;
  open: boolean;
}

/** Collects the cases that whistles are blown for, by subdistrict in the order of opening. */
export class ProblemPool {
  readonly bySubdistrict = new Map<string, PoolCase[]>();
  count = 0;

  take(row: CaseRow): void {
    this.count += 1;
    if (row.category === null) return;
    const code = row.areaCode.slice(0, 9);
    const list = this.bySubdistrict.get(code) ?? this.bySubdistrict.set(code, []).get(code)!;
    const [longitude, latitude] = row.location as unknown as [number, number];
    list.push({
      ...{ id: row.id, number: row.number, title: row.title, category: row.category, areaCode: row.areaCode, address: row.address },
      ...{ location: [longitude, latitude], openedAt: row.openedAt, open: row.closedAt === null },
    });
  }
}

export interface CalledLine {
  lead: string;
  assist: readonly string[];
}
/** The line of the responsibility list for a category at a place: the longest area prefix wins. */
export function lineFinder(responsibilities: readonly ResponsibilityRow[]): (category: string, areaCode: string) => CalledLine | null {
  const byCategory = Map.groupBy(responsibilities, (row) => row.category);
  for (const rows of byCategory.values()) rows.sort((a, b) => b.areaCode.length - a.areaCode.length);
  return (category, areaCode) => {
    const row = byCategory.get(category)?.find((one) => areaCode.startsWith(one.areaCode));
    return row ? { lead: row.leadOrganisationId, assist: row.assistOrganisationIds } : null;
  };
}
