import { cases } from '@gongzhi/contract/cases';
import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { type ApiProblem, call } from '../../shell/api.ts';
import { type SuggestedAct, suggestedAct } from '../matter/suggested-act.ts';

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
    await actOn(matter, act).catch(async (problem: ApiProblem) => {
      // A rule of the product, such as publishing at filing, may act upon what was just filed here: what is suggested still is tried once more.
      if (!done.includes('file') || problem.code !== 'version-passed') throw problem;
      matter = await call(matters.read, { params });
      const still = suggestedAct(matter, await call(cases.suggestFor, { params }));
      if (still?.action !== step) throw problem;
      await actOn(matter, still);
    });
    done.push(act.action);
    if (step === 'file') matter = await call(matters.read, { params });
  }
  return { number: seen.number, done };
}

const actOn = ({ number, version }: MatterDetail, { action, input }: SuggestedAct) =>
  call(matters.act, {
    params: { number, action },
    body: { version, input },
    // The version makes it one act: sent twice after a lost answer it is done once.
    idempotencyKey: `settle-${number}-${version}-${action}`,
  });
