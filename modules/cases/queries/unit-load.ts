import type { CasesCore } from '../cases.ts';

/** What each unit has open as lead, and how much of it is late, wherever it lies. */
export async function loadOf(
  core: CasesCore,
  ids: readonly string[],
): Promise<{ open: Map<string, number>; overdue: Map<string, number> }> {
  if (ids.length === 0) return { open: new Map(), overdue: new Map() };
  const filter = { kind: core.kind.kind, areas: [''] };
  const now = [core.now?.() ?? new Date()];
  const [open, overdue] = await Promise.all([
    core.matters.standing({ what: 'open' }, filter, { by: 'unit' }, now),
    core.matters.standing({ what: 'overdue' }, filter, { by: 'unit' }, now),
  ]);
  const counted = (rows: typeof open) => {
    const byUnit = new Map<string, number>();
    for (const row of rows) if (row.to > row.from) byUnit.set(row.key, (byUnit.get(row.key) ?? 0) + row.count);
    return byUnit;
  };
  return { open: counted(open), overdue: counted(overdue) };
}
