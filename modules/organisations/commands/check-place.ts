import type { Connection } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import { type AreaDirectory, today } from '@gongzhi/territory';
import { organisationsAbove, organisationsById } from '../store/select-organisations.ts';

/** Refuses an area that is not current. */
export function checkArea(areas: AreaDirectory, areaCode: string): void {
  if (!areas.get(areaCode)) throw fieldProblem('areaCode', `no current area ${areaCode}`, 'the code of a current area');
}

/** Refuses a parent that is not there, is dissolved, or stands below the organisation itself. */
export async function checkParent(tx: Connection, parentId: string | null, id: string | null): Promise<void> {
  if (parentId === null) return;
  const parent = (await organisationsById(tx, [parentId])).get(parentId);
  if (!parent) throw fieldProblem('parentId', `no organisation ${parentId}`, 'the id of an organisation that exists');
  if (parent.dissolvedOn !== null && parent.dissolvedOn <= today())
    throw fieldProblem('parentId', `${parent.name.zh} was dissolved on ${parent.dissolvedOn}`, 'an organisation that exists');
  if (id === null) return;
  if (parentId === id || (await organisationsAbove(tx, parentId)).some((above) => above.id === id))
    throw fieldProblem(
      'parentId',
      `${parent.name.zh} stands below this organisation itself`,
      'an organisation that does not stand below it',
    );
}
