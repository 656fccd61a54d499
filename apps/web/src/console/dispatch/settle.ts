import { cases } from '@gongzhi/contract/cases';
import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { call } from '../../shell/api.ts';
import { suggestedAct } from '../matter/suggested-act.ts';

export interface Settled {
  number: string;
  /** What was done, in order. */
  done: ('file' | 'dispatch')[];
}

/**
 * Takes over what is suggested for a case: files it under the suggested category, then dispatches it to the unit that answers for it. Stops
 * where nothing more is suggested or permitted. Rejects with the refusal of the first act that fails; what was done before it stays.
 */
export async function settle(seen: MatterDetail): Promise<Settled> {
  const done: Settled['done'] = [];
  let matter = seen;
  for (const step of ['file', 'dispatch'] as const) {
    const params = { number: matter.number };
    const act = suggestedAct(matter, await call(cases.suggestFor, { params }));
    if (act?.action !== step) continue;
    await call(matters.act, {
      params: { ...params, action: act.action },
      body: { version: matter.version, input: act.input },
      // The version makes it one act: sent twice after a lost answer it is done once.
      idempotencyKey: `settle-${matter.number}-${matter.version}-${act.action}`,
    });
    done.push(act.action);
    if (step === 'file') matter = await call(matters.read, { params });
  }
  return { number: seen.number, done };
}
