import type { Annotation } from '@gongzhi/matters';
import type { Told } from '@gongzhi/notifications';
import type { Connection } from '@gongzhi/platform/database';
import type { Fact, FactConsumer } from '@gongzhi/platform/outbox';
import type { CommandCore } from '../../command.ts';
import { projectWhistles } from '../commands/project-whistles.ts';
import { whistleTable } from '../kind.ts';
import type { WhistleDetails } from '../rules/whistle-details.ts';
import { groundName } from '../rules/whistle-terms.ts';

interface WhistleFact {
  number: string;
  title: string;
  ground: WhistleDetails['ground'];
  imported?: boolean;
  actorId?: string | null;
  outcome?: string | null;
  units?: string[];
  data?: { units?: string[]; cases?: string[]; result?: string | null; assist?: string[]; lead?: string };
}

/** What attached cases are told, by action; null: nothing. */
const tells: Record<string, (fact: WhistleFact) => string> = {
  'whistle-call': (fact) => `街道已吹哨（${fact.number}，${groundName(fact.ground)}），响应单位：${fact.data?.units?.join('、') ?? ''}`,
  'whistle-close': (fact) => `哨单 ${fact.number} 已办结：${fact.data?.result ?? fact.title}`,
  'whistle-withdraw': (fact) => `哨单 ${fact.number} 已撤销`,
};

/** Keeps lists and figures of whistles in step with the ledger, tells attached cases what became of the whistle, and units that they are called. */
export function followWhistles(core: CommandCore): FactConsumer {
  return {
    name: 'command.whistles',
    facts: ['whistle-raise', ...Object.keys(whistleTable.actions).map((action) => `whistle-${action}`)],
    async consume(facts, tx) {
      await projectWhistles(core, tx, [...new Set(facts.flatMap((fact) => fact.subject ?? []))]);
      const live = facts.filter((fact) => !(fact.data as unknown as WhistleFact).imported);
      await tellCases(core, tx, live);
      await tellUnits(core, tx, live);
    },
  };
}

async function tellCases(core: CommandCore, tx: Connection, facts: readonly Fact[]): Promise<void> {
  const told = facts.filter((fact) => tells[fact.name] || fact.name === 'whistle-attach-cases');
  if (told.length === 0) return;
  const whistles = new Map(
    (await core.matters.snapshots(tx, [...new Set(told.flatMap((fact) => fact.subject ?? []))])).map((one) => [one.id, one]),
  );
  const annotations = told.flatMap((fact): Annotation[] => {
    const data = fact.data as unknown as WhistleFact;
    const problems = (whistles.get(fact.subject ?? '')?.details as WhistleDetails | undefined)?.problems ?? [];
    const attached = fact.name === 'whistle-attach-cases' ? new Set(data.data?.cases) : null;
    const note = tells[fact.name]?.(data) ?? `已并入哨单 ${data.number}，随哨单联合处置`;
    return problems
      .filter((problem) => problem.caseId && (!attached || attached.has(problem.caseNumber ?? '')))
      .map((problem) => ({
        matterId: problem.caseId as string,
        action: 'note',
        note,
        data: { whistle: data.number },
        visibility: 'reporter',
      }));
  });
  await core.matters.annotate(tx, annotations);
}

/** Units that are called find it among their notices; so does the whistler when they have settled. */
async function tellUnits(core: CommandCore, tx: Connection, facts: readonly Fact[]): Promise<void> {
  const calls = facts.map((fact) => ({ fact, data: fact.data as unknown as WhistleFact }));
  const told = await core.notifications.addressees(
    tx,
    calls.map(({ fact, data }) => ({ units: unitsTold(fact.name, data) })),
  );
  const notices = calls.flatMap(({ fact, data }, index) => {
    const title = unitWords(fact.name, data.title);
    return told[index]!.filter((recipientId) => recipientId !== data.actorId).map(
      (recipientId): Told => ({ recipientId, at: fact.at, kind: fact.name, title, number: data.number }),
    );
  });
  if (notices.length > 0) await core.notifications.tell(tx, { notices });
}

function unitsTold(name: string, data: WhistleFact): string[] {
  if (name === 'whistle-call' || name === 'whistle-designate')
    return [...(data.data?.lead ? [data.data.lead] : []), ...(data.data?.assist ?? [])];
  return name === 'whistle-close' || name === 'whistle-withdraw' ? (data.units ?? []) : [];
}

function unitWords(name: string, title: string): Told['title'] {
  if (name === 'whistle-close') return { zh: `哨单已办结，请评价吹哨：${title}`, en: `A whistle was closed; rate it: ${title}` };
  if (name === 'whistle-withdraw') return { zh: `已撤哨：${title}`, en: `A whistle was withdrawn: ${title}` };
  return { zh: `街道吹哨，请签收报到：${title}`, en: `A subdistrict whistles for you: ${title}` };
}
