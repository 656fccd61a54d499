import { type SheetRow, unguardFormula } from '@gongzhi/platform/spreadsheets';
import { cleanLine } from './clean-text.ts';
import type { CaseField } from './import-fields.ts';
import type { RefusalReason, WarningReason } from './import-reasons.ts';
import type { Remark } from './imported-case.ts';
import type { ColumnOf } from './read-mapping.ts';

/** The cells of one row by field, and what has been found against them so far. */
export interface Cells {
  has(field: CaseField): boolean;
  /** As in the file, without the apostrophe of an export; empty where there is no such column. */
  raw(field: CaseField): string;
  /** Cleaned, on one line. */
  line(field: CaseField): string;
  refuse(field: CaseField, reason: RefusalReason): void;
  warn(field: CaseField, reason: WarningReason): void;
  refusals: Remark<RefusalReason>[];
  warnings: Remark<WarningReason>[];
}

export function cellsOf({ row, cells }: SheetRow, columns: ColumnOf): Cells {
  const refusals: Remark<RefusalReason>[] = [];
  const warnings: Remark<WarningReason>[] = [];
  const raw = (field: CaseField) => unguardFormula(cells[columns.get(field)?.index ?? -1] ?? '');
  const lines = new Map<CaseField, string>();
  const line = (field: CaseField) => {
    let cleaned = lines.get(field);
    if (cleaned === undefined) {
      cleaned = cleanLine(raw(field));
      lines.set(field, cleaned);
    }
    return cleaned;
  };
  const remark = <Reason>(field: CaseField, reason: Reason) => ({
    row,
    column: columns.get(field)?.column ?? '',
    value: shown(field, line(field)),
    reason,
  });
  return {
    has: (field) => columns.has(field),
    raw,
    line,
    refuse: (field, reason) => refusals.push(remark(field, reason)),
    warn: (field, reason) => warnings.push(remark(field, reason)),
    refusals,
    warnings,
  };
}

/** Reports travel by mail and lie in downloads: they never hold who reported. */
function shown(field: CaseField, value: string): string {
  return (field === 'reporter_phone' || field === 'reporter_name') && value !== '' ? '***' : value.slice(0, 80);
}
