import type { Actor } from '@gongzhi/contract/actor';
import type { BodyOf } from '@gongzhi/contract/route';
import type { Area, territory } from '@gongzhi/contract/territory';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { requireReach } from '../rules/require-reach.ts';
import { versionDay } from '../rules/version-day.ts';
import { beginChange, changeVersions, currentAreas } from '../store/area-versions.ts';
import { selectAreas } from '../store/select-areas.ts';
import { absentArea } from './absent-area.ts';
import { acceptBoundaries } from './accept-boundaries.ts';

/**
 * Renames an area or redraws it from a day on: the version before stays for its time. On the very day on which the current version
 * began it is corrected in place. Refuses a day before that.
 */
export async function changeArea(ground: Ground, actor: Actor, code: string, input: BodyOf<typeof territory.changeArea>): Promise<Area> {
  requireReach(actor, 'area.edit', code);
  if (input.name === undefined && input.type === undefined && input.boundary === undefined)
    throw fieldProblem('body', 'nothing to change', 'name, type or boundary');
  const from = versionDay('from', input.from);
  const changed = await ground.database.transaction(async (tx) => {
    await beginChange(tx);
    const current = (await currentAreas(tx, [code])).get(code);
    if (!current) throw await absentArea(tx, code);
    if (from < current.validFrom)
      throw fieldProblem('from', `the current version began on ${current.validFrom}`, `${current.validFrom} or later`);
    const [boundary = null] = input.boundary ? await acceptBoundaries(tx, [{ field: 'boundary', code, boundary: input.boundary }]) : [];
    const version = { code, name: input.name ?? current.name, type: input.type === undefined ? current.type : input.type, boundary };
    await changeVersions(tx, [{ ...version, validFrom: from }]);
    await ground.audit(tx, {
      actor,
      action: 'area-changed',
      subject: code,
      detail: {
        from,
        before: { name: current.name, type: current.type },
        name: version.name,
        type: version.type,
        redrawn: boundary !== null,
      },
    });
    return selectAreas(tx, { codes: [code] });
  });
  ground.directory.forget();
  return changed[0]!;
}
