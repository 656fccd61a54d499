import type { LayerTheme } from '@gongzhi/contract/layers';
import type { Connection } from '@gongzhi/platform/database';

export interface LayerRow {
  id: string;
  name: string;
  theme: LayerTheme;
  areaCode: string;
  shown: boolean;
  version: number;
  changedAt: Date;
}

const columns = `layer.id, layer.name, layer.theme, layer.area_code as "areaCode", layer.shown, layer.version, layer.changed_at as "changedAt"`;
/** Of the areas $1: what lies under one of them, and what reaches beyond it (a river through several grids). */
const concerns = (code: string) =>
  `exists (select from unnest($1::text[]) as own(code) where starts_with(${code}, own.code) or starts_with(own.code, ${code}))`;

/** Layers that concern any of these areas, with the number of their facilities that do. */
export function selectLayers(connection: Connection, areas: readonly string[]): Promise<(LayerRow & { facilities: number })[]> {
  return connection.query(
    `select ${columns}, (select count(*) from territory.facility where facility.layer_id = layer.id and ${concerns('facility.area_code')}) as facilities
     from territory.layer where ${concerns('layer.area_code')} order by layer.theme, layer.name, layer.id`,
    [areas],
  );
}

/** One layer that concerns any of these areas. */
export async function selectLayer(connection: Connection, id: string, areas: readonly string[]): Promise<LayerRow | undefined> {
  const [row] = await connection.query<LayerRow>(
    `select ${columns} from territory.layer where ${concerns('layer.area_code')} and layer.id = $2::uuid`,
    [areas, id],
  );
  return row;
}

/** Locks a layer until the end of the transaction, so that two imports into it follow each other. */
export async function lockLayer(tx: Connection, id: string): Promise<LayerRow | undefined> {
  const [row] = await tx.query<LayerRow>(`select ${columns} from territory.layer where id = $1::uuid for update`, [id]);
  return row;
}

export async function insertLayer(tx: Connection, layer: { name: string; theme: LayerTheme; areaCode: string }): Promise<string> {
  const [row] = await tx.query<{ id: string }>('insert into territory.layer (name, theme, area_code) values ($1, $2, $3) returning id', [
    layer.name,
    layer.theme,
    layer.areaCode,
  ]);
  return row!.id;
}

export async function updateLayer(tx: Connection, id: string, change: { name: string; shown: boolean }): Promise<void> {
  await tx.query('update territory.layer set name = $2, shown = $3, version = version + 1, changed_at = now() where id = $1::uuid', [
    id,
    change.name,
    change.shown,
  ]);
}

export async function deleteLayer(tx: Connection, id: string): Promise<void> {
  await tx.query('delete from territory.layer where id = $1::uuid', [id]);
}
