import { type Actor, system } from '@gongzhi/contract/actor';
import type { Snapshot } from '@gongzhi/matters';
import { expect } from 'vitest';
import { type District, people, pointIn, units } from '../../modules/cases/testing/district.ts';
import { example, schemaOf } from './well-formed.ts';

/** What is true of a case beyond its state. */
export interface Situation {
  published?: boolean;
  assist?: boolean;
  designated?: boolean;
  asked?: 'extension' | 'suspension';
  /** Closed so long ago that it cannot be reopened any more. */
  aged?: boolean;
  late?: boolean;
  /** An open case that was split from it. */
  child?: boolean;
  /** What is to be done was done once already. */
  twice?: boolean;
}
type Step = [Actor, string, Record<string, unknown>];

/** By name, because tests are named before there is a district to ask. */
export const states =
  'recorded filed dispatched objected handling suspended answered verified closed archived joined rejected diverted withdrawn'.split(' ');
const reason = { reason: '写明的原因' };

/** Cases in every state and situation, and somebody for every capacity. */
export async function caseWays(district: District) {
  const { matters, database } = district;
  const reporter = await district.resident('诉求人', '13612345678');
  const open = async (): Promise<string> => {
    const opened = await district.cases.open(people.operator, {
      ...{ body: '路灯不亮已经三天', channel: 'hotline', urgency: 1, confidential: false, files: [] },
      ...{ place: pointIn(0), reporter: { name: '诉求人', phone: '13612345678' } },
    });
    return opened.number;
  };
  const other = await open();
  const holders: Record<string, Actor> = {
    ...{ filer: people.operator, dispatcher: people.dispatcher, verifier: people.dispatcher, supervisor: people.supervisor },
    ...{ caller: people.caller, publisher: people.editor, lead: people.cityManagement, assist: people.housing, recorder: people.operator },
    ...{ reporter, system },
  };

  /** How a case comes into a state: who does what, one after the other. */
  const stepsTo = (state: string, { assist, designated }: Situation): Step[] => {
    const filed: Step[] = [[people.dispatcher, 'file', { category: '0101' }]];
    const input = { lead: units.cityManagement, assist: assist ? [units.housing] : [], designated: designated ?? false };
    const dispatched: Step[] = [...filed, [people.dispatcher, 'dispatch', input]];
    const handling: Step[] = [...dispatched, [people.cityManagement, 'sign', {}]];
    const done: Step[] = assist ? [[people.housing, 'complete-part', { result: '协办完成' }]] : [];
    const answered: Step[] = [...handling, ...done, [people.cityManagement, 'feed-back', { result: '修好了', outcome: 'solved' }]];
    const verified: Step[] = [...answered, [people.dispatcher, 'verify', {}]];
    const closed: Step[] = [...verified, [people.dispatcher, 'close', {}]];
    const ways: Record<string, Step[]> = {
      ...{ recorded: [], filed, dispatched, handling, answered, verified, closed, archived: closed },
      objected: [...dispatched, [people.cityManagement, 'object', reason]],
      suspended: [
        ...handling,
        [people.cityManagement, 'request-suspension', { cause: 'project', ...reason }],
        [people.dispatcher, 'grant-suspension', {}],
      ],
      joined: [[people.dispatcher, 'join', { to: other }]],
      rejected: [[people.dispatcher, 'reject', reason]],
      diverted: [[people.dispatcher, 'divert', { to: '市级平台', ...reason }]],
      withdrawn: [[people.dispatcher, 'withdraw', reason]],
    };
    return ways[state]!;
  };
  // What comes only with time: the case is made as old as it needs to be.
  const older = (number: string, column: 'closed_at' | 'due_at') =>
    database.query(`update matters.matter set ${column} = ${column} - interval '60 days' where number = $1`, [number]);

  const bringTo = async (state: string, situation: Situation = {}): Promise<Snapshot> => {
    const number = await open();
    if (situation.published) await matters.act(people.editor, number, 'publish', null, {});
    for (const [actor, action, input] of stepsTo(state, situation)) await matters.act(actor, number, action, null, input);
    if (situation.asked) {
      const cause = situation.asked === 'suspension' ? { cause: 'project' } : { amount: 1 };
      await matters.act(people.cityManagement, number, `request-${situation.asked}`, null, { ...cause, ...reason });
    }
    if (state === 'archived' || situation.aged) await older(number, 'closed_at');
    if (state === 'archived') await matters.act(system, number, 'archive', null, {});
    if (situation.late) await older(number, 'due_at');
    const matter = await matters.snapshot(people.dispatcher, number);
    if (situation.child) {
      await database.query('update matters.matter set parent_id = $2 where number = $1', [await open(), matter.id]);
      matter.openChildren = 1;
    }
    expect(matter.state).toBe(state);
    return matter;
  };

  const given: Record<string, Record<string, unknown>> = {
    file: { category: '0101' },
    dispatch: { lead: units.cityManagement, assist: [] },
    reassign: { lead: units.water, assist: [], ...reason },
    'add-assist': { assist: [units.water] },
    join: { to: other },
  };
  const inputOf = (action: string): Record<string, unknown> => {
    const { input } = district.cases.kind.table.actions[action]!;
    return given[action] ?? (input ? (example(schemaOf(input), false) as Record<string, unknown>) : {});
  };
  return { holders, bringTo, inputOf };
}
export type CaseWays = Awaited<ReturnType<typeof caseWays>>;
