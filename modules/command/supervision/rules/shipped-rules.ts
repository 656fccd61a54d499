import type { Grade, SupervisionRule } from '@gongzhi/contract/supervision';
import { grades } from '@gongzhi/contract/supervision';

const clock = (kind: 'case' | 'whistle', name: string, percent: number, grade: Grade, zh: string, en: string): SupervisionRule => ({
  id: `${kind}-${name}-${percent}`,
  name: { zh, en },
  ...{ active: true, on: 'clock', kind, clock: name, percent, grade },
  reply: { amount: grade === 'reminder' ? 2 : 1, unit: 'day' },
});

/** The rules as shipped; each is data that an administrator may change. */
export const shippedSupervisionRules: SupervisionRule[] = [
  clock('case', 'handle', 50, 'reminder', '办理时限过半', 'Half of the time for handling has passed'),
  clock('case', 'handle', 80, 'yellow', '办理时限已用八成', 'Four fifths of the time for handling have passed'),
  clock('case', 'handle', 100, 'red', '办理超过时限', 'Handling is past its time'),
  clock('whistle', 'sign', 100, 'yellow', '吹哨后逾期未签收', 'A whistle was not signed in time'),
  clock('whistle', 'arrive', 100, 'yellow', '吹哨后逾期未到场', 'A unit did not arrive in time'),
  clock('whistle', 'handle', 100, 'red', '联合处置超过时限', 'Joint handling is past its time'),
  {
    ...{ id: 'reopened', name: { zh: '群众重复诉求', en: 'Complained of again' }, active: true, on: 'reopened', times: 1, grade: 'yellow' },
    reply: { amount: 1, unit: 'day' },
  },
  {
    ...{ id: 'poor-rating', name: { zh: '评价差', en: 'Rated poor' }, active: true, on: 'poor-rating', atMost: 2, grade: 'reminder' },
    reply: { amount: 2, unit: 'day' },
  },
  {
    ...{
      id: 'reworked-twice',
      name: { zh: '两次退回重办', en: 'Sent back twice' },
      active: true,
      on: 'reworked',
      times: 2,
      grade: 'yellow',
    },
    reply: { amount: 1, unit: 'day' },
  },
  {
    ...{
      id: 'yellow-unanswered',
      name: { zh: '黄牌逾期未回复', en: 'Yellow card unanswered' },
      active: true,
      on: 'no-reply',
      after: 'yellow',
    },
    ...{ grade: 'red', reply: { amount: 1, unit: 'day' } },
  },
  {
    ...{ id: 'red-unanswered', name: { zh: '红牌逾期未回复', en: 'Red card unanswered' }, active: true, on: 'no-reply', after: 'red' },
    ...{ grade: 'meeting', reply: { amount: 3, unit: 'day' } },
  },
];

/** The grade after one in the chain; a meeting is its end. */
export function nextGrade(grade: Grade): Grade {
  return grades[Math.min(grades.indexOf(grade) + 1, grades.length - 1)] as Grade;
}

const minutes = { minute: 1, hour: 60, day: 1440 } as const;
/** When a reply is due: natural time, because a card is answered at once. */
export function replyDue(rule: Pick<SupervisionRule, 'reply'>, at: Date): Date {
  return new Date(at.getTime() + rule.reply.amount * minutes[rule.reply.unit] * 60_000);
}
