import type { AreaLevel } from '@gongzhi/contract/territory';
import type { Connection } from '@gongzhi/platform/database';

export interface DirectoryRow {
  code: string;
  name: string;
  level: AreaLevel;
  parent: string | null;
  longitude: number | null;
  latitude: number | null;
}

const slice = 20_000;

export async function areaRevision(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ number: number }>(
    `select number from territory.revision where subject = 'area'`,
    [],
    'territory.area-revision',
  );
  return row!.number;
}

/** All current areas in the order of codes, in slices, so that a register of a whole province is never in memory twice. */
export async function* selectDirectory(connection: Connection): AsyncGenerator<DirectoryRow[]> {
  let after = '';
  for (;;) {
    const rows = await connection.query<DirectoryRow>(
      `select code, name, level, parent, st_x(center) as longitude, st_y(center) as latitude from territory.area
       where valid_to is null and code > $1 order by code limit ${slice}`,
      [after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < slice) return;
    after = rows.at(-1)!.code;
  }
}

/** The last name of every code that no current area has. */
export async function selectEndedNames(connection: Connection): Promise<{ code: string; name: string }[]> {
  return connection.query(
    `select distinct on (code) code, name from territory.area as old
     where valid_to is not null and not exists (select from territory.area as current where current.code = old.code and current.valid_to is null)
     order by code, valid_from desc`,
  );
}
