import type { Actor } from '@gongzhi/contract/actor';
import type { BodyOf } from '@gongzhi/contract/route';
import type { Area, territory } from '@gongzhi/contract/territory';
import type { Connection } from '@gongzhi/platform/database';
import { type FieldProblem, fieldProblem, problems } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { territoryProblems } from '../problems.ts';
import { areaFault } from '../rules/area-fault.ts';
import { pairSuccession } from '../rules/pair-succession.ts';
import { requireReach } from '../rules/require-reach.ts';
import { versionDay } from '../rules/version-day.ts';
import { beginChange, beginVersions, childrenOf, currentAreas, endVersions, settleParents } from '../store/area-versions.ts';
import { selectAreas } from '../store/select-areas.ts';
import { recordSuccession, sharedGround } from '../store/succession.ts';
import { absentArea } from './absent-area.ts';
import { acceptBoundaries } from './accept-boundaries.ts';
import { refuseEarlier } from './refuse-earlier.ts';

/**
 * Splits or merges areas: some end on a day, others begin on it, and who follows whom is recorded. A code may both end and begin.
 * Refuses when areas below an ended one would be left without it: they are to be ended in the same act.
 */
export async function replaceAreas(ground: Ground, actor: Actor, input: BodyOf<typeof territory.replaceAreas>): Promise<{ items: Area[] }> {
  const ended = [...new Set(input.ended)];
  const begun = input.begun.map((area) => area.code);
  for (const code of [...ended, ...begun]) requireReach(actor, 'area.edit', code);
  const errors = input.begun.flatMap((area, place): FieldProblem[] => {
    const fault = areaFault(area) ?? (begun.indexOf(area.code) < place ? { field: 'code', reason: 'this code stands here twice' } : null);
    return fault ? [{ ...fault, field: `begun.${place}.${fault.field}` }] : [];
  });
  if (errors.length > 0) throw problems['invalid-input']({ errors });
  const on = versionDay('on', input.on);
  const items = await ground.database.transaction(async (tx) => {
    await beginChange(tx);
    await refuseEnding(tx, ended, begun, on);
    const known = await currentAreas(tx, begun);
    for (const code of begun) {
      if (known.has(code) && !ended.includes(code))
        throw territoryProblems['area-exists']({ detail: `${code} is ${known.get(code)!.name}` });
    }
    const drawn = input.begun.flatMap((area, place) =>
      area.boundary ? [{ field: `begun.${place}.boundary`, code: area.code, boundary: area.boundary }] : [],
    );
    const boundaries = new Map((await acceptBoundaries(tx, drawn)).map((boundary, place) => [drawn[place]!.code, boundary]));
    await endVersions(tx, ended, on);
    await refuseEarlier(tx, begun, on, 'on');
    await beginVersions(
      tx,
      input.begun.map(({ code, name, level, type }) => ({
        code,
        name,
        level,
        type: type ?? null,
        validFrom: on,
        boundary: boundaries.get(code) ?? null,
      })),
    );
    await settleParents(tx, [...ended, ...begun]);
    const shared = await sharedGround(tx, ended, begun, on);
    await recordSuccession(
      tx,
      pairSuccession(ended, begun, (old, next) => shared.has(`${old} ${next}`)),
      on,
    );
    await ground.audit(tx, { actor, action: 'areas-replaced', subject: ended.join(' '), detail: { ended, begun, on } });
    return selectAreas(tx, { codes: begun });
  });
  ground.directory.forget();
  return { items };
}

async function refuseEnding(tx: Connection, ended: string[], begun: string[], on: string): Promise<void> {
  const current = await currentAreas(tx, ended);
  for (const code of ended) {
    const area = current.get(code);
    if (!area) throw await absentArea(tx, code);
    if (on <= area.validFrom) throw fieldProblem('on', `${code} began on ${area.validFrom}`, `after ${area.validFrom}`);
  }
  const left = await childrenOf(
    tx,
    ended.filter((code) => !begun.includes(code)),
    ended,
  );
  if (left.length === 0) return;
  throw territoryProblems['area-has-children']({
    detail: `end or renumber them in the same act: ${left.slice(0, 20).join(', ')}${left.length > 20 ? ' …' : ''}`,
    more: { areas: left },
  });
}
