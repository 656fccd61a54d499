/** The columns of an import, by the names that tables give them. */
const aliases = {
  code: ['code', '统一社会信用代码', '社会信用代码', '信用代码'],
  name: ['name', '名称', '单位名称', '组织名称', '机构名称', '全称'],
  shortName: ['shortname', 'short_name', '简称'],
  english: ['name_en', 'english', '英文名称', '英文名'],
  type: ['type', '类型', '单位类型', '组织类型', '类别'],
  area: ['area', 'area_code', '区域', '区域代码', '所属区域', '行政区划代码', '所属社区', '所属街道'],
  parent: ['parent', '上级', '上级单位', '上级组织', '主管单位'],
} as const;
export type Column = keyof typeof aliases;

/** Which column of the file holds what; those that are not there are absent. */
export function matchColumns(header: readonly string[]): Partial<Record<Column, number>> {
  const plain = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s*＊]/g, ''),
  );
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(aliases) as Column[]) {
    const place = plain.findIndex((name) => (aliases[column] as readonly string[]).includes(name));
    if (place >= 0) found[column] = place;
  }
  return found;
}

/** Columns without which nothing can be taken, with the names that would be accepted. */
export function missingColumns(found: Partial<Record<Column, number>>): { column: Column; accepted: string }[] {
  return (['name', 'type', 'area'] as const)
    .filter((column) => found[column] === undefined)
    .map((column) => ({ column, accepted: aliases[column].join(' | ') }));
}
