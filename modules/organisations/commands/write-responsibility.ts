import type { Actor } from '@gongzhi/contract/actor';
import type { organisations, Responsibility } from '@gongzhi/contract/organisations';
import type { BodyOf } from '@gongzhi/contract/route';
import { fieldProblem } from '@gongzhi/platform/problems';
import { requireReach, today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { responsibilityAnswers } from '../queries/responsibility-answer.ts';
import { selectCategories } from '../store/categories.ts';
import { putResponsibilities } from '../store/responsibilities.ts';
import { beginChange } from '../store/revision.ts';
import { organisationsById, type StoredOrganisation } from '../store/select-organisations.ts';
import { checkArea } from './check-place.ts';

/** Sets who leads and who assists for a category at an area and all below it; an earlier line of the same two is replaced. */
export async function writeResponsibility(
  ground: Ground,
  actor: Actor,
  input: BodyOf<typeof organisations.writeResponsibility>,
): Promise<Responsibility> {
  requireReach(actor, 'responsibility.edit', input.areaCode);
  checkArea(await ground.territory.directory(), input.areaCode);
  const { leadOrganisationId: lead, assistOrganisationIds: assist } = input;
  const wanted: [field: string, id: string][] = [
    ['leadOrganisationId', lead],
    ...assist.map((id, place): [string, string] => [`assistOrganisationIds.${place}`, id]),
  ];
  wanted.forEach(([field, id], place) => {
    if (wanted.findIndex(([, other]) => other === id) < place)
      throw fieldProblem(field, id === lead ? 'it leads already' : 'it stands here twice', 'each organisation once');
  });
  const row = await ground.database.transaction(async (tx) => {
    await beginChange(tx, 'category');
    if (!(await selectCategories(tx)).some((category) => category.code === input.category))
      throw fieldProblem('category', `no category ${input.category}`, 'the code of a category');
    const units = await organisationsById(
      tx,
      wanted.map(([, id]) => id),
    );
    for (const [field, id] of wanted) checkUnit(field, id, units.get(id));
    const [written] = await putResponsibilities(tx, [input]);
    await ground.audit(tx, { actor, action: 'responsibility-written', subject: written!.id, detail: { ...input } });
    return written!;
  });
  ground.held.forget();
  const [answer] = await responsibilityAnswers(ground, [row]);
  return answer!;
}

function checkUnit(field: string, id: string, unit: StoredOrganisation | undefined): void {
  if (!unit) throw fieldProblem(field, `no organisation ${id}`, 'the id of an organisation that exists');
  if (unit.dissolvedOn !== null && unit.dissolvedOn <= today())
    throw fieldProblem(field, `${unit.name.zh} was dissolved on ${unit.dissolvedOn}`, 'an organisation that exists');
}
