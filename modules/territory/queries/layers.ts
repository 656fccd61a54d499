import type { Actor } from '@gongzhi/contract/actor';
import type { Layer } from '@gongzhi/contract/layers';
import { problems } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { facilityAreas } from '../rules/layer-reach.ts';
import { reaches } from '../rules/require-reach.ts';
import { type LayerRow, selectLayer, selectLayers } from '../store/layers.ts';

/** Layers that concern the areas of the actor; those that are not shown only for who edits them. */
export async function listLayers(ground: Ground, actor: Actor): Promise<Layer[]> {
  const [rows, directory] = await Promise.all([selectLayers(ground.database, facilityAreas(actor)), ground.directory.get()]);
  return rows.flatMap(({ version: _, changedAt, ...row }) => {
    const mayEdit = reaches(actor, 'area.edit', row.areaCode);
    return row.shown || mayEdit ? [{ ...row, areaName: directory.name(row.areaCode), changedAt: changedAt.toISOString(), mayEdit }] : [];
  });
}

/** One layer that the actor may see; refuses another one as `not-found`. */
export async function readLayer(ground: Ground, actor: Actor, id: string): Promise<LayerRow> {
  const row = await selectLayer(ground.database, id, facilityAreas(actor));
  if (!row || !(row.shown || reaches(actor, 'area.edit', row.areaCode))) throw problems['not-found']({ detail: `no layer ${id}` });
  return row;
}
