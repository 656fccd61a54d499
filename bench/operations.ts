import type pg from 'pg';
import type { Operation, Target } from './client.ts';

/** What each measurement does, told once. */
export const operations: Record<Operation, string> = {
  B1: 'create a case',
  B2: 'read one case',
  B3: 'a filtered list page',
  B4: 'act on a case',
  B5: 'rates of all grids for a month',
  B7: 'a map tile of cases',
};

/** Things to do it to, spread over the whole ledger. */
export async function targetsOf(operation: Operation, client: pg.Client): Promise<Target[]> {
  const query = async <T>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as T[];
  switch (operation) {
    case 'B1':
      return query<Target>(
        `select ST_X(location) as longitude, ST_Y(location) as latitude from matters.matter tablesample system (20) where location is not null limit 2000`,
      );
    case 'B2':
      return (await query<{ number: string }>('select number from matters.matter order by md5(number) limit 500')).map(({ number }) => ({
        path: `/api/matters/${number}`,
        number,
      }));
    case 'B3': {
      const subdistricts = await query<{ code: string }>(`select distinct left(area_code, 9) as code from matters.matter order by 1`);
      return subdistricts.flatMap(({ code }) =>
        ['closed', 'archived', 'handling'].map((state) => ({ path: `/api/matters?area=${code}&state=${state}&limit=20` })),
      );
    }
    case 'B4':
      return query<Target>(`select number, version from matters.matter where state = 'archived' order by md5(number) limit 800`);
    case 'B5': {
      const [last] = await query<{ from: string; to: string }>(
        `select to_char(date_trunc('month', now() - interval '1 month'), 'YYYY-MM-DD') as from, to_char(date_trunc('month', now()) - interval '1 day', 'YYYY-MM-DD') as to`,
      );
      return [{ path: `/api/rates?from=${last!.from}&to=${last!.to}&by=area&level=grid` }];
    }
    case 'B7': {
      const points = await query<{ longitude: number; latitude: number }>(
        `select ST_X(location) as longitude, ST_Y(location) as latitude from matters.matter where location is not null order by md5(number) limit 200`,
      );
      return points.map(({ longitude, latitude }) => ({ path: `/api/tiles/cases/${tileAt(longitude, latitude, 15).join('/')}` }));
    }
  }
}

/** The tile of the web map that covers a point. */
function tileAt(longitude: number, latitude: number, zoom: number): [number, number, number] {
  const n = 2 ** zoom;
  const radians = (latitude * Math.PI) / 180;
  return [zoom, Math.floor(((longitude + 180) / 360) * n), Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * n)];
}
