import type { Actor } from '@gongzhi/contract/actor';
import type { Organisation, organisations } from '@gongzhi/contract/organisations';
import type { BodyOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem, problems } from '@gongzhi/platform/problems';
import { requireReach, today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { organisationProblems } from '../problems.ts';
import { organisationAnswer } from '../queries/list-organisations.ts';
import { acceptCode } from '../rules/accept-code.ts';
import { beginChange } from '../store/revision.ts';
import { organisationsById, type StoredOrganisation } from '../store/select-organisations.ts';
import { updateOrganisations } from '../store/write-organisations.ts';
import { checkArea, checkParent } from './check-place.ts';
import { codeTaken } from './create-organisation.ts';

/**
 * Changes what is given and keeps the rest; null takes a code or a parent away. Of two people who change the same field the later
 * wins; the audit log has both. Posts stay as they are when the type changes.
 */
export async function changeOrganisation(
  ground: Ground,
  actor: Actor,
  id: string,
  input: BodyOf<typeof organisations.changeOrganisation>,
): Promise<Organisation> {
  if (Object.values(input).every((value) => value === undefined)) throw fieldProblem('body', 'nothing to change', 'at least one field');
  const code = input.code === undefined ? undefined : acceptCode(input.code);
  const areas = await ground.territory.directory();
  if (input.areaCode !== undefined) {
    requireReach(actor, 'organisation.edit', input.areaCode);
    checkArea(areas, input.areaCode);
  }
  try {
    await ground.database.transaction(async (tx) => {
      await beginChange(tx, 'organisation');
      const before = await existing(tx, id);
      requireReach(actor, 'organisation.edit', before.areaCode);
      if (input.parentId) await checkParent(tx, input.parentId, id);
      const after = {
        id,
        code: code === undefined ? before.code : code,
        name: input.name ?? before.name,
        shortName: input.shortName ?? before.shortName,
        type: input.type ?? before.type,
        areaCode: input.areaCode ?? before.areaCode,
        parentId: input.parentId === undefined ? before.parentId : input.parentId,
      };
      await updateOrganisations(tx, [after]);
      const { id: _, ...detail } = after;
      await ground.audit(tx, { actor, action: 'organisation-changed', subject: id, detail: { before, after: detail } });
    });
  } catch (error) {
    throw codeTaken(error, code ?? null);
  }
  ground.directory.forget();
  return organisationAnswer(ground, id);
}

/** The organisation, locked; refuses an unknown or dissolved one. */
export async function existing(tx: Connection, id: string): Promise<StoredOrganisation> {
  const unit = (await organisationsById(tx, [id], true)).get(id);
  if (!unit) throw problems['not-found']({ detail: `no organisation ${id}` });
  if (unit.dissolvedOn !== null && unit.dissolvedOn <= today())
    throw organisationProblems['organisation-dissolved']({ detail: `${unit.name.zh}, on ${unit.dissolvedOn}` });
  return unit;
}
