import { type Bilingual, text } from '@gongzhi/contract/primitives';
import type { OrganisationKind } from '../organisations.ts';
import { codeFault } from './accept-code.ts';
import type { Column } from './organisation-columns.ts';
import { typeNamed, typeNames } from './organisation-types.ts';

/** One row of an import, each cell read by itself; area and parent are still as they are written. */
export interface ReadRow {
  row: number;
  code: string | null;
  name: Bilingual;
  shortName: string | null;
  type: OrganisationKind;
  area: string;
  parent: string | null;
}
export interface RowFault {
  row: number;
  column: string;
  value: string;
  reason: string;
}

/** Reads a row, or tells the first fault. `cell` gives the trimmed text of a column, empty where there is none. */
export function readOrganisationRow(row: number, cell: (column: Column) => string): ReadRow | RowFault {
  const fault = (column: Column, reason: string): RowFault => ({ row, column, value: cell(column).slice(0, 200), reason });
  const code = cell('code').toUpperCase();
  const wrong = code === '' ? null : codeFault(code);
  if (wrong) return fault('code', `${wrong.reason}; accepted: ${wrong.accepted}`);
  const zh = text(200, 1).safeParse(cell('name'));
  if (!zh.success) return fault('name', cell('name') === '' ? 'a name is needed' : zh.error.issues[0]!.message);
  const en = text(200).safeParse(cell('english'));
  if (!en.success) return fault('english', en.error.issues[0]!.message);
  const shortName = text(60).safeParse(cell('shortName'));
  if (!shortName.success) return fault('shortName', shortName.error.issues[0]!.message);
  const type = typeNamed(cell('type'));
  if (!type) return fault('type', `no such type; accepted: ${typeNames}`);
  if (cell('area') === '') return fault('area', 'an area is needed, by code or by name');
  return {
    row,
    code: code || null,
    name: en.data ? { zh: zh.data, en: en.data } : { zh: zh.data },
    shortName: shortName.data || null,
    type,
    area: cell('area'),
    parent: cell('parent') || null,
  };
}
