import type { Fact, FactConsumer } from '@gongzhi/platform/outbox';
import { uuidv7 } from 'uuidv7';
import type { NotificationsDeps } from '../notifications.ts';
import { type Ask, addressees } from '../recipients.ts';
import { type NoticeRule, reporterMessages, type Said, staffNotices } from '../rules/wording.ts';
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

const deciding = { deciders: 'case.dispatch', filers: 'case.file', verifiers: 'case.verify' } as const;
/** With these a reporter is asked how it went, and those who joined are told as well. */
const endings = new Set(['case-close', 'case-answer-directly']);

/** Tells staff what waits for them, and reporters what became of their words. History that is imported tells nobody. */
export function noticeConsumer(deps: NotificationsDeps): FactConsumer {
  return {
    name: 'notifications.notices',
    facts: [...new Set([...Object.keys(staffNotices), ...Object.keys(reporterMessages)])],
    async consume(facts, tx) {
      const said = facts.map((fact) => ({ fact, data: fact.data as unknown as CaseFact })).filter(({ data }) => !data.imported);
      const forStaff = said.filter(({ fact }) => staffNotices[fact.name]);
      const told = await addressees(
        deps,
        tx,
        forStaff.map(({ fact, data }) => askOf(staffNotices[fact.name]!.to, fact.areaCode ?? '', data)),
      );
      const notices = forStaff.flatMap(({ fact, data }, index) =>
        told[index]!.filter((recipient) => recipient !== data.actorId).map((recipient) =>
          notice(recipient, fact, data.number, staffNotices[fact.name]!.say(data.title)),
        ),
      );
      const messages: { id: string; residentId: string; text: string }[] = [];
      const ended = said.flatMap(({ fact }) => (endings.has(fact.name) && fact.subject ? [fact.subject] : []));
      const joined = await deps.matters.reportersJoinedTo(tx, ended);
      for (const { fact, data } of said) {
        const tell = reporterMessages[fact.name];
        if (!tell || !fact.subject) continue;
        if (data.reporterId) {
          const words = tell(data);
          const survey = endings.has(fact.name) ? deps.surveyLink(fact.subject) : null;
          notices.push(notice(data.reporterId, fact, data.number, words));
          messages.push({ id: uuidv7(), residentId: data.reporterId, text: `${words.zh}${survey ? ` 评价：${survey}` : ''}` });
        }
        for (const other of endings.has(fact.name) ? (joined.get(fact.subject) ?? []) : []) {
          const words = tell({ number: other.number, title: data.title });
          notices.push(notice(other.reporterId, fact, other.number, words));
          messages.push({ id: uuidv7(), residentId: other.reporterId, text: words.zh });
        }
      }
      await insertNotices(tx, notices);
      await insertMessages(tx, messages);
    },
  };
}

function askOf(to: NoticeRule['to'], areaCode: string, data: CaseFact): Ask {
  if (to === 'lead') return { units: data.leadId ? [data.leadId] : [] };
  if (to === 'units') return { units: [...(data.data?.lead ? [data.data.lead] : []), ...(data.data?.assist ?? [])] };
  return { areaCode, permission: deciding[to] };
}

const notice = (recipientId: string, fact: Fact, number: string, title: Said): NewNotice => ({
  id: uuidv7(),
  recipientId,
  at: fact.at,
  kind: fact.name,
  title,
  number,
});
