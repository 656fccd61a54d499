import type { ImportReport } from '@gongzhi/contract/primitives';
import type { Out } from '../verb.ts';

/** Tells an import's report; every row of the file is accounted for. Exit code 0 also when rows were refused: they are in the report. */
export function tellImport(report: ImportReport, json: boolean, out: Out): number {
  if (json) {
    out.json(report);
    return 0;
  }
  const rows = new Set(report.refused.map((item) => item.row)).size;
  out.line(`read ${report.read}, taken ${report.taken}, known already ${report.known}, refused ${rows}`);
  for (const item of report.refused.slice(0, 50)) out.line(`  row ${item.row}, ${item.column}: “${item.value}”: ${item.reason}`);
  if (report.refused.length > 50) out.line(`  … ${report.refused.length - 50} more; --json lists all`);
  if (report.warnings?.length) out.line(`${report.warnings.length} warnings (--json lists them)`);
  return 0;
}
