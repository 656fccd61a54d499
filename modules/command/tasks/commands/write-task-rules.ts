import type { Actor } from '@gongzhi/contract/actor';
import { type TaskSettings, writeSettings } from '../store/items.ts';
import type { TasksCore } from '../tasks.ts';

/** Sets the terms of the gate; audited. Clocks that run keep the term under which they began. */
export async function writeTaskRules(core: TasksCore, actor: Actor, settings: TaskSettings): Promise<TaskSettings> {
  await core.database.transaction(async (tx) => {
    await writeSettings(tx, settings);
    await core.identity.audit(tx, { actor, action: 'task-rules-written', detail: { ...settings } });
  });
  return settings;
}
