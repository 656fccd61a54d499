import type { Permission } from '@gongzhi/contract/permissions';
import type { Connection } from '@gongzhi/platform/database';
import type { Fact, FactConsumer } from '@gongzhi/platform/outbox';
import { uuidv7 } from 'uuidv7';
import type { NotificationsDeps } from '../notifications.ts';
import { accountsOfArea, accountsOfUnits } from '../recipients.ts';
import { reporterMessages, type Said, staffNotices } from '../rules/wording.ts';
import { insertMessages } from '../store/messages.ts';
import { insertNotices, type NewNotice } from '../store/notices.ts';

interface CaseFact {
  number: string;
  title: string;
  leadId?: string | null;
  reporterId?: string | null;
  actorId?: string | null;
  imported?: boolean;
  data?: { assist?: string[]; lead?: string };
}

const deciding: Record<string, Permission> = { deciders: 'case.dispatch', filers: 'case.file', verifiers: 'case.verify' };

/** Tells staff what waits for them, and reporters what became of their words. History that is imported tells nobody. */
export function noticeConsumer(deps: NotificationsDeps): FactConsumer {
  return {
    name: 'notifications.notices',
    facts: [...new Set([...Object.keys(staffNotices), ...Object.keys(reporterMessages)])],
    async consume(facts, tx) {
      // The same unit or desk is asked for once in a batch.
      const asked = new Map<string, Promise<string[]>>();
      const once = (key: string, ask: () => Promise<string[]>) => asked.get(key) ?? asked.set(key, ask()).get(key)!;
      const notices: NewNotice[] = [];
      const messages: { id: string; residentId: string; text: string }[] = [];
      for (const fact of facts) {
        const data = fact.data as unknown as CaseFact;
        if (data.imported) continue;
        const rule = staffNotices[fact.name];
        if (rule)
          for (const recipient of await recipientsOf(deps, tx, rule.to, fact, data, once))
            if (recipient !== data.actorId) notices.push(notice(recipient, fact, data.number, rule.say(data.title)));
        const told = reporterMessages[fact.name]?.(data);
        if (!told || !fact.subject) continue;
        const joined =
          fact.name === 'case-close' || fact.name === 'case-answer-directly' ? await deps.matters.reportersJoinedTo(tx, fact.subject) : [];
        const survey =
          (fact.name === 'case-close' || fact.name === 'case-answer-directly') && data.reporterId
            ? await deps.surveyLink(fact.subject)
            : null;
        if (data.reporterId) {
          notices.push(notice(data.reporterId, fact, data.number, told));
          messages.push({ id: uuidv7(), residentId: data.reporterId, text: `${told.zh}${survey ? ` 评价：${survey}` : ''}` });
        }
        for (const other of joined) {
          const theirs = reporterMessages[fact.name]!({ number: other.number, title: data.title });
          notices.push(notice(other.reporterId, fact, other.number, theirs));
          messages.push({ id: uuidv7(), residentId: other.reporterId, text: theirs.zh });
        }
      }
      await insertNotices(tx, notices);
      await insertMessages(tx, messages);
    },
  };
}

function recipientsOf(
  deps: NotificationsDeps,
  tx: Connection,
  to: string,
  fact: Fact,
  data: CaseFact,
  once: (key: string, ask: () => Promise<string[]>) => Promise<string[]>,
): Promise<string[]> {
  if (to === 'lead')
    return data.leadId ? once(`unit ${data.leadId}`, () => accountsOfUnits(deps, tx, [data.leadId as string])) : Promise.resolve([]);
  if (to === 'units') {
    const units = [...new Set([...(data.data?.lead ? [data.data.lead] : []), ...(data.data?.assist ?? [])])].sort();
    return once(`units ${units.join()}`, () => accountsOfUnits(deps, tx, units));
  }
  const permission = deciding[to]!;
  return once(`${permission} ${fact.areaCode}`, () => accountsOfArea(deps, tx, fact.areaCode ?? '', permission));
}

const notice = (recipientId: string, fact: Fact, number: string, title: Said): NewNotice => ({
  id: uuidv7(),
  recipientId,
  at: fact.at,
  kind: fact.name,
  title,
  number,
});
