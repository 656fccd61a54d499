import type { Actor } from '@gongzhi/contract/actor';
import { problems } from '@gongzhi/platform/problems';
import { revokeToken as revoke } from '../store/tokens.ts';
import type { Workings } from '../workings.ts';

/** Revokes a token for good; the row stays, so that the list tells what there was. */
export async function revokeToken({ database, now, audit, callers }: Workings, actor: Actor, id: string, address: string): Promise<void> {
  await database.transaction(async (tx) => {
    const name = await revoke(tx, id, now());
    if (name === null) throw problems['not-found']();
    await audit(tx, { actor, action: 'token-revoked', subject: id, address, detail: { name } });
  });
  callers.forget(id);
}
