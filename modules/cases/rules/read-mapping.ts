import { type CaseField, caseFields } from './import-fields.ts';

/** Where each field stands in a row. */
export type ColumnOf = ReadonlyMap<CaseField, { index: number; column: string }>;

export const mappingFlaws = {
  unknown_column: { zh: '文件中没有这一列', en: 'the file has no such column' },
  unknown_field: { zh: '没有这个字段', en: 'there is no such field' },
  field_twice: { zh: '同一字段选了两列', en: 'the field is given to two columns' },
  no_opened_at: { zh: '必须指定受理时间', en: 'the column of the opening time has to be given' },
  no_text: { zh: '必须指定标题、内容或类别中的一项', en: 'title, body or category has to be given' },
} as const;
export interface MappingFlaw {
  column: string;
  reason: keyof typeof mappingFlaws;
}

/** Settles what the person chose (column name to field, null or `ignored` for nothing). Any flaw means that no row should be read. */
export function readMapping(
  header: readonly string[],
  chosen: Readonly<Record<string, string | null>>,
): { ok: true; columns: ColumnOf } | { ok: false; flaws: MappingFlaw[] } {
  const columns = new Map<CaseField, { index: number; column: string }>();
  const flaws: MappingFlaw[] = [];
  for (const [column, field] of Object.entries(chosen)) {
    const index = header.indexOf(column);
    if (index === -1) flaws.push({ column, reason: 'unknown_column' });
    else if (field === null || field === 'ignored') continue;
    else if (!caseFields.includes(field as CaseField)) flaws.push({ column, reason: 'unknown_field' });
    else if (columns.has(field as CaseField)) flaws.push({ column, reason: 'field_twice' });
    else columns.set(field as CaseField, { index, column });
  }
  if (!columns.has('opened_at')) flaws.push({ column: '', reason: 'no_opened_at' });
  if (!columns.has('title') && !columns.has('body') && !columns.has('category')) flaws.push({ column: '', reason: 'no_text' });
  return flaws.length ? { ok: false, flaws } : { ok: true, columns };
}
