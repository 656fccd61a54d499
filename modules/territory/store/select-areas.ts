import type { Area } from '@gongzhi/contract/territory';
import type { Connection } from '@gongzhi/platform/database';

export interface AreaFilter {
  parent?: string | undefined;
  level?: string | undefined;
  under?: string | undefined;
  text?: string | undefined;
  /** As it was on that day; as it is now where absent. */
  on?: string | undefined;
  /** Of these, ended ones too, each as it was last: names for the codes that old cases carry. */
  codes?: string[] | undefined;
  limit?: number | undefined;
}

interface Row {
  code: string;
  name: string;
  level: Area['level'];
  type: string | null;
  parent: string | null;
  valid_from: string;
  valid_to: string | null;
  longitude: number | null;
  latitude: number | null;
  children: number;
  has_boundary: boolean;
  square_metres: number | null;
}

const columns = `area.code, area.name, area.level, area.type, area.parent, area.valid_from, area.valid_to,
  st_x(area.center) as longitude, st_y(area.center) as latitude, area.boundary is not null as has_boundary, area.square_metres`;

const valid = (alias: string, on: string | null) =>
  on ? `${alias}.valid_from <= ${on} and (${alias}.valid_to is null or ${alias}.valid_to > ${on})` : `${alias}.valid_to is null`;

/** The conditions of a filter over `territory.area as area`, with the values they bind from `$1` on. */
export function conditions(filter: AreaFilter): { where: string; values: unknown[]; on: string | null } {
  const values: unknown[] = [];
  const bound = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const on = filter.on ? bound(filter.on, 'date') : null;
  const where: string[] = [];
  if (filter.codes) where.push(`area.code = any(${bound(filter.codes, 'text[]')})`);
  if (on || !filter.codes) where.push(valid('area', on));
  if (filter.parent) where.push(`area.parent = ${bound(filter.parent, 'text')}`);
  if (filter.level) where.push(`area.level = ${bound(filter.level, 'text')}`);
  // The codes under an area are a range of the index: ':' is the character after '9'.
  if (filter.under) where.push(`area.code >= ${bound(filter.under, 'text')} and area.code < ${bound(`${filter.under}:`, 'text')}`);
  if (filter.text) {
    const pattern = bound(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`, 'text');
    where.push(`(area.name ilike ${pattern} or starts_with(area.code, ${bound(filter.text, 'text')}))`);
  }
  return { where: where.join(' and '), values, on };
}

/** Areas in the order of codes, each once. */
export async function selectAreas(connection: Connection, filter: AreaFilter): Promise<Area[]> {
  const { where, values, on } = conditions(filter);
  const rows = await connection.query<Row>(
    `select listed.*, (select count(*) from territory.area as child where child.parent = listed.code and ${valid('child', on)}) as children
     from (select distinct on (area.code) ${columns} from territory.area as area where ${where}
       order by area.code, area.valid_from desc limit $${values.push(filter.limit ?? 2000)}::int) as listed
     order by listed.code`,
    values,
  );
  return rows.map(areaOf);
}

function areaOf(row: Row): Area {
  return {
    code: row.code,
    name: row.name,
    level: row.level,
    type: row.type,
    parent: row.parent,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    center: row.longitude === null || row.latitude === null ? null : [round(row.longitude, 7), round(row.latitude, 7)],
    children: row.children,
    hasBoundary: row.has_boundary,
    squareKilometres: row.square_metres === null ? null : round(row.square_metres / 1e6, 6),
  };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
