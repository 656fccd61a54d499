import type { Actor } from '@gongzhi/contract/actor';
import type { Organisation } from '@gongzhi/contract/organisations';
import { requireReach, today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { organisationProblems } from '../problems.ts';
import { organisationAnswer } from '../queries/list-organisations.ts';
import { selectResponsibilities } from '../store/responsibilities.ts';
import { beginChange } from '../store/revision.ts';
import { organisationsBelow } from '../store/select-organisations.ts';
import { dissolve } from '../store/write-organisations.ts';
import { existing } from './change-organisation.ts';

/**
 * Dissolves an organisation: from the day on it answers for nothing and its posts give no authority; tenures end on that day. Refuses
 * while it leads or assists on the responsibility list, or organisations stand below it, and lists them.
 */
export async function dissolveOrganisation(
  ground: Ground,
  actor: Actor,
  id: string,
  input: { on: string; reason: string },
): Promise<Organisation> {
  await ground.database.transaction(async (tx) => {
    // Both subjects, so that no line is given to it at the same moment.
    await beginChange(tx, 'category');
    await beginChange(tx, 'organisation');
    const unit = await existing(tx, id);
    requireReach(actor, 'organisation.edit', unit.areaCode);
    const lines = await selectResponsibilities(tx, { organisation: id, limit: 200 });
    if (lines.length > 0)
      throw organisationProblems['organisation-answers']({
        detail: `${lines.length} of them, such as category ${lines[0]!.category} in ${lines[0]!.areaCode}; give them to another organisation first`,
        more: { responsibilities: lines.map((line) => ({ id: line.id, category: line.category, areaCode: line.areaCode })) },
      });
    const below = await organisationsBelow(tx, id, today());
    if (below.length > 0)
      throw organisationProblems['organisation-has-children']({
        detail: below
          .slice(0, 10)
          .map((child) => child.name)
          .join('、'),
        more: { organisations: below },
      });
    const ended = await dissolve(tx, id, input.on, input.reason);
    await ground.audit(tx, {
      actor,
      action: 'organisation-dissolved',
      subject: id,
      detail: { name: unit.name.zh, on: input.on, reason: input.reason, tenuresEnded: ended },
    });
  });
  ground.directory.forget();
  return organisationAnswer(ground, id);
}
