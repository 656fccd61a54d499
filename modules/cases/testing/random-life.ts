import type { Actor } from '@gongzhi/contract/actor';
import { Refusal } from '@gongzhi/platform/problems';
import { type District, gridCode, people, pointIn, units } from './district.ts';

/** A small generator of chance that gives the same series for the same seed. */
export function chance(seed: number) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (most: number) => Math.floor(next() * most),
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
  };
}

const categories = ['0101', '0102', '0301', '0701'];
const handlers: Record<string, Actor> = {
  [units.cityManagement]: people.cityManagement,
  [units.housing]: people.housing,
  [units.water]: people.water,
};

/** Lets random things happen to random cases, each at a later moment, everything by the acts of the life cycle. Set the clock with `at`. */
export async function liveAtRandom(
  district: District,
  options: { seed: number; cases: number; acts: number; from: Date; at(now: Date): void; between?(): Promise<void> },
): Promise<string[]> {
  const { below, next, pick } = chance(options.seed);
  const reporter = await district.resident('常反映', '13911112222');
  const numbers: string[] = [];
  let last: string | null = null;
  let now = options.from.getTime();
  const later = (hours: number) => {
    now += 60_000 + Math.floor(next() * next() * hours * 3_600_000);
    options.at(new Date(now));
  };
  const unit = () => pick(Object.keys(handlers));
  const attempt = async (actor: Actor, number: string, action: string, input: Record<string, unknown> = {}) => {
    try {
      await district.matters.act(actor, number, action, null, input);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  const reason = '随机的原因';
  for (let count = 0; count < options.acts; count += 1) {
    // Often somebody goes on with the same case soon, so that some things happen in time.
    const stays: boolean = last !== null && next() < 0.75;
    later(stays ? 8 : 12);
    if (!stays && numbers.length < options.cases && next() < 0.35) {
      const opened = await district.cases.open(next() < 0.5 ? people.operator : people.dispatcher, {
        body: `第${numbers.length}件：路灯不亮已经好几天`,
        channel: pick(['hotline', 'walk-in', 'grid']),
        urgency: 1,
        confidential: false,
        files: [],
        place: pointIn(below(8)),
        reporter: { phone: '13911112222', name: '常反映' },
        ...(next() < 0.2 ? { openedAt: new Date(now - below(20) * 3_600_000).toISOString() } : {}),
      });
      numbers.push(opened.number);
      continue;
    }
    if (numbers.length === 0) continue;
    const number: string = stays && last ? last : pick(numbers);
    last = number;
    const matter = await district.matters.snapshot(people.dispatcher, number);
    const lead = handlers[matter.leadId ?? ''] ?? people.cityManagement;
    const acts: Record<string, [Actor, string, Record<string, unknown>?][]> = {
      recorded: [
        [people.dispatcher, 'file', { category: pick(categories) }],
        [people.dispatcher, 'file', { category: pick(categories) }],
        [people.dispatcher, 'reject', { reason }],
        [people.dispatcher, 'divert', { to: '别的地方', reason }],
        [people.dispatcher, 'join', { to: pick(numbers) }],
        [people.dispatcher, 'answer-directly', { reply: '这样答复', outcome: pick(['explained', 'solved']) }],
      ],
      filed: [
        [people.dispatcher, 'dispatch', { lead: unit(), assist: [] }],
        [people.dispatcher, 'dispatch', { lead: unit(), assist: [] }],
        [people.dispatcher, 'dispatch', { lead: unit(), assist: [] }],
        ...(next() < 0.5 ? [[people.dispatcher, 'join', { to: pick(numbers) }] as [Actor, string, Record<string, unknown>]] : []),
      ],
      joined: [[people.dispatcher, 'unjoin', { reason }]],
      dispatched: [
        [lead, 'sign'],
        [lead, 'sign'],
        [lead, 'contact', { reached: next() < 0.8 }],
        [lead, 'return', { reason }],
        [lead, 'object', { reason }],
        [people.dispatcher, 'reassign', { lead: unit(), assist: [], reason }],
        [people.dispatcher, 'correct', { areaCode: gridCode(below(8)), category: pick(categories), reason }],
      ],
      objected: [
        [people.dispatcher, 'uphold-objection'],
        [people.dispatcher, 'overrule-objection', { reason }],
      ],
      handling: [
        [lead, 'contact', { reached: true }],
        [lead, 'feed-back', { result: '已经办理', outcome: pick(['solved', 'unsolved']) }],
        [lead, 'feed-back', { result: '已经办理', outcome: 'solved' }],
        [lead, 'feed-back', { result: '已经办理', outcome: 'solved' }],
        [lead, 'return', { reason }],
        ...(matter.pending ? [[people.dispatcher, 'grant-suspension'] as [Actor, string]] : []),
        ...(next() < 0.4 ? [[lead, 'request-suspension', { cause: 'project', reason }] as [Actor, string, Record<string, unknown>]] : []),
        [people.dispatcher, 'reassign', { lead: unit(), assist: [], reason }],
        [reporter, 'withdraw', { reason }],
      ],
      suspended: [[lead, 'resume']],
      answered: [
        [people.dispatcher, 'verify'],
        [people.dispatcher, 'rework', { reason }],
      ],
      verified: [
        [people.dispatcher, 'close', {}],
        [people.dispatcher, 'close', {}],
        [people.dispatcher, 'rework', { reason }],
      ],
      closed: [
        [people.caller, 'call-back', { reached: true, resolved: next() < 0.7, satisfaction: 1 + below(5) }],
        [people.caller, 'call-back', { reached: false }],
        [reporter, 'rate', { contacted: true, satisfaction: 1 + below(5) }],
        [people.dispatcher, 'reopen', { reason }],
      ],
    };
    const [actor, action, input] = pick(acts[matter.state] ?? [[people.dispatcher, 'note', { note: '一句备注' }]]);
    await attempt(actor, number, action, input);
    if (next() < 0.1) await options.between?.();
  }
  return numbers;
}
