import type { Ask, Told } from '@gongzhi/notifications';
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
      const told = await core.notifications.addressees(
        tx,
        facts.map((fact) => askOf(fact, fact.data as unknown as TaskFact)),
      );
      const notices = facts.flatMap((fact, index): Told[] => {
        const data = fact.data as unknown as TaskFact;
        const title = taskNotices[fact.name]!.say(data.title);
        return told[index]!.filter((recipientId) => recipientId !== data.actorId).map((recipientId) => ({
          recipientId,
          at: fact.at,
          kind: fact.name,
          title,
          number: data.number,
        }));
      });
      await core.notifications.tell(tx, { notices });
    },
  };
}

function askOf(fact: Fact, data: TaskFact): Ask {
  const { to } = taskNotices[fact.name]!;
  const unit = data.departmentId ?? data.leadId;
  if (to === 'department') return { units: unit ? [unit] : [] };
  return { areaCode: fact.areaCode ?? '', permission: to === 'deciders' ? 'task.decide' : 'task.do' };
}
