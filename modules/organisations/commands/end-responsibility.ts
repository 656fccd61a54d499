import type { Actor } from '@gongzhi/contract/actor';
import { problems } from '@gongzhi/platform/problems';
import { requireReach } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { deleteResponsibility, responsibilityById } from '../store/responsibilities.ts';
import { beginChange } from '../store/revision.ts';

/** Takes a line off the list; a wider line or that of the parent category answers from then on. */
export async function endResponsibility(ground: Ground, actor: Actor, id: string): Promise<void> {
  await ground.database.transaction(async (tx) => {
    await beginChange(tx, 'category');
    const line = await responsibilityById(tx, id);
    if (!line) throw problems['not-found']({ detail: `no line ${id}` });
    requireReach(actor, 'responsibility.edit', line.areaCode);
    await deleteResponsibility(tx, id);
    await ground.audit(tx, { actor, action: 'responsibility-ended', subject: id, detail: { ...line } });
  });
  ground.held.forget();
}
