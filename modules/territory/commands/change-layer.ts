import type { Actor } from '@gongzhi/contract/actor';
import type { Layer, layerRoutes } from '@gongzhi/contract/layers';
import type { BodyOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import { constraintRefusal, fieldProblem, problems } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { territoryProblems } from '../problems.ts';
import { listLayers, readLayer } from '../queries/layers.ts';
import { requireReach } from '../rules/require-reach.ts';
import { deleteLayer, insertLayer, type LayerRow, lockLayer, updateLayer } from '../store/layers.ts';

/** Adds an empty layer to an area. Refuses a name that a layer of the area has. */
export async function createLayer(ground: Ground, actor: Actor, input: BodyOf<typeof layerRoutes.createLayer>): Promise<Layer> {
  requireReach(actor, 'area.edit', input.areaCode);
  if (!(await ground.directory.get()).get(input.areaCode)) throw fieldProblem('areaCode', `no current area ${input.areaCode}`, 'an area');
  const id = await named(input.name, () =>
    ground.database.transaction(async (tx) => {
      const made = await insertLayer(tx, input);
      await ground.audit(tx, {
        actor,
        action: 'layer-created',
        subject: input.name,
        detail: { theme: input.theme, areaCode: input.areaCode },
      });
      return made;
    }),
  );
  return answer(ground, actor, id);
}

/** Renames a layer, offers it on the map or takes it off. */
export async function changeLayer(ground: Ground, actor: Actor, id: string, input: BodyOf<typeof layerRoutes.changeLayer>): Promise<Layer> {
  await readLayer(ground, actor, id);
  await named(input.name ?? '', () =>
    ground.database.transaction(async (tx) => {
      const layer = await editable(tx, actor, id);
      const change = { name: input.name ?? layer.name, shown: input.shown ?? layer.shown };
      await updateLayer(tx, id, change);
      await ground.audit(tx, { actor, action: 'layer-changed', subject: layer.name, detail: change });
    }),
  );
  return answer(ground, actor, id);
}

/** Deletes a layer with all that it holds. */
export async function removeLayer(ground: Ground, actor: Actor, id: string): Promise<void> {
  await readLayer(ground, actor, id);
  await ground.database.transaction(async (tx) => {
    const layer = await editable(tx, actor, id);
    await deleteLayer(tx, id);
    await ground.audit(tx, {
      actor,
      action: 'layer-removed',
      subject: layer.name,
      detail: { theme: layer.theme, areaCode: layer.areaCode },
    });
  });
}

/** A layer, locked, that the actor may edit. */
export async function editable(tx: Connection, actor: Actor, id: string): Promise<LayerRow> {
  const layer = await lockLayer(tx, id);
  if (!layer) throw problems['not-found']({ detail: `no layer ${id}` });
  requireReach(actor, 'area.edit', layer.areaCode);
  return layer;
}

async function answer(ground: Ground, actor: Actor, id: string): Promise<Layer> {
  return (await listLayers(ground, actor)).find((layer) => layer.id === id)!;
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw constraintRefusal(error, { layer_name_once: () => territoryProblems['layer-exists']({ detail: name }) });
  }
}
