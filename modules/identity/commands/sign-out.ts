import type { Actor } from '@gongzhi/contract/actor';
import { endSession } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';

/** Ends the session that the call came with; a token has none to end. */
export async function signOut({ database, audit, callers }: Workings, actor: Actor, address: string): Promise<void> {
  const { sessionId } = actor;
  if (!sessionId) return;
  await database.transaction(async (tx) => {
    await endSession(tx, sessionId);
    await audit(tx, { actor, action: 'signed-out', address, ...(actor.id ? { subject: actor.id } : {}) });
  });
  callers.forget(sessionId);
}
