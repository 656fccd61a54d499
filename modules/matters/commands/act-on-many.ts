import type { Actor } from '@gongzhi/contract/actor';
import { target } from '@gongzhi/platform/lifecycle';
import { Refusal } from '@gongzhi/platform/problems';
import type { Ledger } from '../context.ts';
import type { Matters } from '../create-matters.ts';
import type { Kind } from '../kind.ts';
import { matterProblems } from '../problems.ts';
import { readSnapshots } from '../store/read-snapshot.ts';
import { admit } from './act.ts';
import { actByNumber } from './act-by-number.ts';

export interface ManyActs {
  matters: { number: string; version: number }[];
  action: string;
  input: Record<string, unknown>;
  /** Nothing is done; it is only said who would be refused and why. */
  dryRun: boolean;
}

export interface ManyActed {
  done: { number: string; state: string; version: number }[];
  refused: { number: string; code: string; reason: string }[];
}

/** One act on many matters. Each is an act of its own: one that is refused holds up no other. */
export async function actOnMany(ledger: Ledger, matters: Matters, actor: Actor, request: ManyActs): Promise<ManyActed> {
  const wanted = [...new Map(request.matters.map((item) => [item.number, item])).values()];
  const found = new Map(
    (
      await readSnapshots(
        ledger.database,
        wanted.map((item) => item.number),
      )
    ).map((matter) => [matter.number, matter]),
  );
  const answer: ManyActed = { done: [], refused: [] };
  for (const { number, version } of wanted) {
    const matter = found.get(number);
    try {
      if (!matter) throw matterProblems['matter-not-found']();
      const kind = ledger.kinds.get(matter.kind) as Kind;
      if (request.dryRun) {
        admit(kind, matter, { action: request.action, version, input: request.input, actor, now: ledger.now() });
        answer.done.push({ number, state: target(kind.table, matter.state, request.action), version });
      } else {
        const { action, input } = request;
        const acted = await actByNumber(ledger, matters, { actor, number, version, action, input }, undefined, matter);
        answer.done.push({ number, state: acted.state, version: acted.version });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer.refused.push({
        number,
        code: error.code,
        reason: error.options.errors?.map((item) => `${item.field}: ${item.reason}`).join('; ') || error.message,
      });
    }
  }
  return answer;
}
