import type { Connection } from '@gongzhi/platform/database';

export interface UsedAddressRow {
  label: string;
  areaCode: string;
  longitude: number;
  latitude: number;
}

/** Addresses with their points from the newest 20,000 matters, those that hold the words; confidential matters give none away. */
export async function usedAddresses(connection: Connection, text: string, under: string | undefined): Promise<UsedAddressRow[]> {
  const pattern = `%${text
    .replaceAll(/[\\%_]/g, '\\$&')
    .split(/\s+/)
    .filter(Boolean)
    .join('%')}%`;
  return connection.query<UsedAddressRow>(
    `select address as label, max(area_code) as "areaCode", avg(ST_X(location)) as longitude, avg(ST_Y(location)) as latitude
     from (select address, area_code, location, confidential from matters.matter order by opened_at desc, id desc limit 20000) recent
     where address like $1 and location is not null and not confidential and area_code like $2
     group by address order by count(*) desc, address limit 20`,
    [pattern, `${under ?? ''}%`],
  );
}
