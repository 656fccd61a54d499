import type { ImportRow } from '../store/imports.ts';

/** An import with its progress and report as it crosses the wire. */
export function presentImport(row: ImportRow) {
  return {
    id: row.id,
    kind: 'cases',
    state: row.state,
    done: row.done,
    total: row.total,
    report: row.report,
    error: row.error,
    startedAt: row.at.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
