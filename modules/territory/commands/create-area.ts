import type { Actor } from '@gongzhi/contract/actor';
import type { BodyOf } from '@gongzhi/contract/route';
import type { Area, territory } from '@gongzhi/contract/territory';
import { problems } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { territoryProblems } from '../problems.ts';
import { areaFault } from '../rules/area-fault.ts';
import { requireReach } from '../rules/require-reach.ts';
import { versionDay } from '../rules/version-day.ts';
import { beginChange, beginVersions, currentAreas, settleParents } from '../store/area-versions.ts';
import { selectAreas } from '../store/select-areas.ts';
import { acceptBoundaries } from './accept-boundaries.ts';
import { refuseEarlier } from './refuse-earlier.ts';

/** Adds an area; its place in the tree follows from its code. Refuses a code that a current area has. */
export async function createArea(ground: Ground, actor: Actor, input: BodyOf<typeof territory.createArea>): Promise<Area> {
  requireReach(actor, 'area.edit', input.code);
  const fault = areaFault(input);
  if (fault) throw problems['invalid-input']({ errors: [fault] });
  const validFrom = versionDay('validFrom', input.validFrom);
  const created = await ground.database.transaction(async (tx) => {
    await beginChange(tx);
    const known = (await currentAreas(tx, [input.code])).get(input.code);
    if (known) throw territoryProblems['area-exists']({ detail: `${input.code} is ${known.name}` });
    const { code, name, level } = input;
    const [boundary = null] = input.boundary ? await acceptBoundaries(tx, [{ field: 'boundary', code, boundary: input.boundary }]) : [];
    await refuseEarlier(tx, [code], validFrom, 'validFrom');
    await beginVersions(tx, [{ code, name, level, type: input.type ?? null, validFrom, boundary }]);
    await settleParents(tx, [code]);
    await ground.audit(tx, { actor, action: 'area-created', subject: code, detail: { name, level, validFrom, drawn: boundary !== null } });
    return selectAreas(tx, { codes: [code] });
  });
  ground.directory.forget();
  return created[0]!;
}
