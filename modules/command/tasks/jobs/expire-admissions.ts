import { system } from '@gongzhi/contract/actor';
import { dayOf } from '@gongzhi/territory';
import type { TasksCore } from '../tasks.ts';

/** Ends the admissions whose term has passed. Placing refuses them before that: this only puts on record what the calendar has done. */
export async function expireAdmissions(core: TasksCore, signal: AbortSignal): Promise<void> {
  const today = dayOf(core.now());
  for await (const batch of core.matters.stream(system, { kind: core.admission.kind, state: ['admitted'] }, 200)) {
    const texts = await core.matters.texts(batch.map((matter) => matter.number));
    for (const { number } of batch) {
      if (signal.aborted) return;
      if (String(texts.get(number)?.details.to) < today) await core.matters.act(system, number, 'expire', null, {});
    }
  }
}
