import { randomUUID } from 'node:crypto';
import type { OrganisationToLoad } from '../organisations.ts';
import type { ReadRow, RowFault } from './read-organisation-row.ts';

/** An organisation that is there already, as far as an import compares it. */
export interface Known extends OrganisationToLoad {
  code: string | null;
  parentId: string | null;
  dissolvedOn: string | null;
}
export interface ImportPlan {
  created: OrganisationToLoad[];
  changed: OrganisationToLoad[];
  known: number;
  refused: RowFault[];
  warnings: RowFault[];
}
interface Candidate {
  read: ReadRow;
  unit: OrganisationToLoad & { code: string | null; parentId: string | null };
  before: Known | undefined;
}

/**
 * Decides what becomes of the rows of an import. A row means an organisation that is there where the code is the same, or else the name at
 * the same area; it is known when nothing differs and changed otherwise. Cells that are empty keep what is there. A parent may stand anywhere in
 * the file or be there already, by code or by name; a row whose parent is refused is refused with it.
 */
export function planImport(
  rows: readonly ReadRow[],
  existing: readonly Known[],
  lookups: { area(text: string): string | null; refuse(row: ReadRow, areaCode: string, before: Known | undefined): string | null },
): ImportPlan {
  const plan: ImportPlan = { created: [], changed: [], known: 0, refused: [], warnings: [] };
  const index = indexOf(existing);
  const candidates = candidatesOf(rows, index, lookups, plan);
  for (let again = true; again; ) {
    const inFile = indexOf([...candidates].map(({ unit }) => unit));
    again = false;
    for (const candidate of candidates) {
      const fault = settleParent(candidate, inFile, index);
      if (!fault) continue;
      plan.refused.push(fault);
      candidates.delete(candidate);
      again = true;
    }
  }
  for (const { read, unit, before } of candidates) {
    if (!before) plan.created.push(unit);
    else if (same(unit, before)) plan.known += 1;
    else {
      plan.changed.push(unit);
      plan.warnings.push({
        row: read.row,
        column: 'name',
        value: unit.name.zh,
        reason: `changed: ${differences(unit, before).join(', ')}`,
      });
    }
  }
  plan.refused.sort((a, b) => a.row - b.row);
  return plan;
}

function candidatesOf(
  rows: readonly ReadRow[],
  index: Index<Known>,
  lookups: Parameters<typeof planImport>[2],
  plan: ImportPlan,
): Set<Candidate> {
  const seen = new Map<string, number>();
  const candidates = new Set<Candidate>();
  for (const read of rows) {
    const refuse = (column: string, value: string, reason: string) => void plan.refused.push({ row: read.row, column, value, reason });
    const areaCode = lookups.area(read.area);
    if (areaCode === null) {
      refuse('area', read.area, 'no current area has this code, or not exactly one has this name');
      continue;
    }
    const before = (read.code ? index.byCode.get(read.code) : undefined) ?? index.byPlace.get(`${areaCode} ${read.name.zh}`);
    const reason = lookups.refuse(read, areaCode, before);
    if (reason) {
      refuse('area', read.area, reason);
      continue;
    }
    if (before?.dissolvedOn) {
      refuse('name', read.name.zh, `this organisation was dissolved on ${before.dissolvedOn}`);
      continue;
    }
    if (before?.code && read.code && before.code !== read.code) {
      refuse('code', read.code, `${read.name.zh} has the code ${before.code}`);
      continue;
    }
    const keys = [`${areaCode} ${read.name.zh}`, ...(read.code ? [read.code] : []), ...(before ? [before.id] : [])];
    const twice = keys.map((key) => seen.get(key)).find((row) => row !== undefined);
    if (twice !== undefined) {
      refuse(read.code ? 'code' : 'name', read.code ?? read.name.zh, `stands in row ${twice} already`);
      continue;
    }
    for (const key of keys) seen.set(key, read.row);
    candidates.add({
      read,
      before,
      unit: {
        id: before?.id ?? randomUUID(),
        code: read.code ?? before?.code ?? null,
        name: before && !read.name.en && before.name.en ? { ...read.name, en: before.name.en } : read.name,
        shortName: read.shortName ?? before?.shortName ?? read.name.zh.slice(0, 60),
        type: read.type,
        areaCode,
        parentId: before?.parentId ?? null,
      },
    });
  }
  return candidates;
}

/** Points a row at its parent; the fault where there is none, or it would stand below itself. */
function settleParent(candidate: Candidate, inFile: Index<OrganisationToLoad>, index: Index<Known>): RowFault | null {
  const { read, unit } = candidate;
  if (read.parent === null) return null;
  const named = [
    ...new Set([...inFile.named(read.parent), ...index.named(read.parent).filter((unit) => !unit.dissolvedOn)].map((parent) => parent.id)),
  ];
  const fault = (reason: string): RowFault => ({ row: read.row, column: 'parent', value: read.parent!, reason });
  if (named.length === 0) return fault('no organisation has this code or name, in the file or before');
  if (named.length > 1) return fault(`${named.length} organisations have this name; give the code`);
  unit.parentId = named[0]!;
  const parentOf = (id: string): string | null | undefined => inFile.byId.get(id)?.parentId ?? index.byId.get(id)?.parentId;
  const passed = new Set<string>();
  for (let above: string | null | undefined = unit.parentId; above && !passed.has(above); above = parentOf(above)) {
    if (above === unit.id) return fault('it would stand below itself');
    passed.add(above);
  }
  return null;
}

interface Index<T extends OrganisationToLoad> {
  byId: Map<string, T>;
  byCode: Map<string, T>;
  byPlace: Map<string, T>;
  named(text: string): T[];
}
function indexOf<T extends OrganisationToLoad>(units: readonly T[]): Index<T> {
  const byCode = new Map(units.flatMap((unit): [string, T][] => (unit.code ? [[unit.code, unit]] : [])));
  const byName = new Map<string, T[]>();
  for (const unit of units)
    for (const name of new Set([unit.name.zh, unit.shortName])) byName.set(name, [...(byName.get(name) ?? []), unit]);
  return {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    byCode,
    byPlace: new Map(units.map((unit) => [`${unit.areaCode} ${unit.name.zh}`, unit])),
    named(text) {
      const coded = byCode.get(text.toUpperCase());
      if (coded) return [coded];
      const all = byName.get(text) ?? [];
      // The full name goes before somebody else's short name.
      const exact = all.filter((unit) => unit.name.zh === text);
      return exact.length > 0 ? exact : all;
    },
  };
}

function differences(unit: Candidate['unit'], before: Known): string[] {
  return (['code', 'shortName', 'type', 'areaCode', 'parentId'] as const)
    .filter((field) => unit[field] !== before[field])
    .map(String)
    .concat(unit.name.zh !== before.name.zh || unit.name.en !== before.name.en ? ['name'] : []);
}
function same(unit: Candidate['unit'], before: Known): boolean {
  return differences(unit, before).length === 0;
}
