import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { Refusal } from '@gongzhi/platform/problems';
import type { Ledger } from '../context.ts';
import type { Matters } from '../create-matters.ts';
import type { Kind } from '../kind.ts';
import { matterProblems } from '../problems.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { selectLastEntry } from '../store/select-entries.ts';
import { type Acted, type ActRequest, act, admit, Overtaken } from './act.ts';

export interface NumberedAct {
  actor: Actor;
  number: string;
  action: string;
  /** The version that was seen; null takes the present one. */
  version: number | null;
  input: Record<string, unknown>;
}

const tries = 4;

/**
 * Does one act on a matter by its number. A kind's transactional actions run with their follow-up work in one transaction; every other act
 * is one bare statement. When somebody writes between our reading and our writing it reads again, and refuses with `version-passed` and what
 * the other did where that is not what the actor saw. `first` is the matter where it was read already.
 */
export async function actByNumber(
  ledger: Ledger,
  matters: Matters,
  request: NumberedAct,
  connection?: Connection,
  first?: Snapshot,
): Promise<Acted> {
  const on = connection ?? ledger.database;
  for (let attempt = 1; ; attempt += 1) {
    const matter = (attempt === 1 && first) || (await readSnapshot(on, request.number));
    if (!matter) throw matterProblems['matter-not-found']();
    try {
      return await actOn(ledger, matters, matter, request, connection);
    } catch (error) {
      const overtaken = error instanceof Overtaken;
      if (overtaken && attempt < tries) continue;
      if (overtaken) throw await sayingWhatHappened(on, ledger, request, matterProblems['version-passed']());
      if (error instanceof Refusal && error.code === 'version-passed') throw await sayingWhatHappened(on, ledger, request, error);
      throw error;
    }
  }
}

async function actOn(ledger: Ledger, matters: Matters, matter: Snapshot, request: NumberedAct, connection?: Connection): Promise<Acted> {
  const kind = ledger.kinds.get(matter.kind) as Kind;
  // Before any transaction begins: the calendar may have to be read, and inside a transaction only its own connection may be used.
  const calendar = await ledger.territory.calendarFor(matter.areaCode);
  const asked: ActRequest = {
    action: request.action,
    version: request.version,
    input: request.input,
    actor: request.actor,
    now: ledger.now(),
  };
  if (!kind.after || !kind.transactional?.includes(request.action))
    return act(connection ?? ledger.database, kind, matter, calendar, asked);
  const withAftermath = async (tx: Connection) => {
    const context = admit(kind, matter, asked);
    const acted = await act(tx, kind, matter, calendar, asked);
    await kind.after?.(tx, { acted, context, matters });
    return acted;
  };
  return connection ? withAftermath(connection) : ledger.database.transaction(withAftermath);
}

/** Adds to the refusal what was done meanwhile, as far as the actor may read it. */
async function sayingWhatHappened(
  connection: Connection,
  ledger: Ledger,
  { actor, number }: NumberedAct,
  refusal: Refusal,
): Promise<Refusal> {
  const last = await selectLastEntry(connection, number, actor.kind === 'resident');
  if (!last) return refusal;
  const table = ledger.kinds.get(last.kind)?.table;
  const organisations = await ledger.organisations.directory();
  const organisation = last.organisationId === null ? null : organisations.name(last.organisationId);
  const by = actor.kind === 'resident' ? organisation : last.actorKind === 'resident' ? '诉求人' : last.actorName;
  const label = table?.actions[last.action];
  return matterProblems['version-passed']({
    detail: `Meanwhile: ${label?.zh ?? last.action}${by ? ` (${by})` : ''}; the version is ${last.version} now, in state ${table?.states[last.state]?.zh ?? last.state}`,
    more: {
      version: last.version,
      state: last.state,
      last: { action: last.action, label: label && { zh: label.zh, en: label.en }, by, organisation, at: last.at.toISOString() },
    },
  });
}
