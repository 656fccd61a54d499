import type { Told } from '@gongzhi/notifications';
import type { Fact, FactConsumer } from '@gongzhi/platform/outbox';
import { taskNotices } from '../rules/task-wording.ts';
import type { TasksCore } from '../tasks.ts';

interface TaskFact {
  number: string;
  title: string;
  actorId?: string | null;
  leadId?: string | null;
  departmentId?: string;
}

/** Tells departments, deciders and communities what waits for them. */
export function taskNoticeConsumer(core: Pick<TasksCore, 'notifications'>): FactConsumer {
  return {
    name: 'command.task-notices',
    facts: Object.keys(taskNotices),
    async consume(facts, tx) {
      // The same unit or desk is asked for once in a batch.
      const asked = new Map<string, Promise<string[]>>();
      const once = (key: string, ask: () => Promise<string[]>) => asked.get(key) ?? asked.set(key, ask()).get(key)!;
      const recipients = (fact: Fact, data: TaskFact): Promise<string[]> => {
        const { to } = taskNotices[fact.name]!;
        const area = fact.areaCode ?? '';
        if (to === 'department') {
          const unit = data.departmentId ?? data.leadId;
          return unit ? once(unit, () => core.notifications.accountsOfUnits(tx, [unit])) : Promise.resolve([]);
        }
        const permission = to === 'deciders' ? 'task.decide' : 'task.do';
        return once(`${permission} ${area}`, () => core.notifications.accountsOfArea(tx, area, permission));
      };
      const notices: Told[] = [];
      for (const fact of facts) {
        const data = fact.data as unknown as TaskFact;
        const title = taskNotices[fact.name]!.say(data.title);
        for (const recipientId of await recipients(fact, data))
          if (recipientId !== data.actorId) notices.push({ recipientId, at: fact.at, kind: fact.name, title, number: data.number });
      }
      await core.notifications.tell(tx, { notices });
    },
  };
}
