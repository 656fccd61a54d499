import type { ClockTerm } from '@gongzhi/matters';
import type { Limit } from '@gongzhi/platform/working-time';
import { z } from 'zod';

const LimitShape = z.object({ amount: z.number().positive(), unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']) });

/**
 * Terms that do not depend on the category, as shipped; an administrator may change them, and each change is a new version.
 * `dangerous` stands instead for urgency 3.
 */
export const CaseRules = z.object({
  accept: LimitShape.default({ amount: 2, unit: 'hour' }),
  sign: LimitShape.default({ amount: 4, unit: 'working-hour' }),
  signDangerous: LimitShape.default({ amount: 30, unit: 'minute' }),
  contact: LimitShape.default({ amount: 24, unit: 'hour' }),
  decide: LimitShape.default({ amount: 1, unit: 'working-day' }),
  verify: LimitShape.default({ amount: 2, unit: 'working-day' }),
  callBack: LimitShape.default({ amount: 3, unit: 'working-day' }),
  /** Resolution where neither the responsibility list nor the category says anything. */
  resolve: LimitShape.default({ amount: 7, unit: 'day' }),
  resolveByClass: z.object({ danger: LimitShape, utilities: LimitShape, ordinary: LimitShape, complex: LimitShape }).default({ danger: { amount: 2, unit: 'hour' }, utilities: { amount: 24, unit: 'hour' }, ordinary: { amount: 7, unit: 'day' }, complex: { amount: 15, unit: 'day' } }),
  /** Days after closing in which a case can be reopened. */
  reopenDays: z.number().int().min(1).max(365).default(15),
  /** The lowest of five grades that counts as satisfied. */
  satisfiedFrom: z.number().int().min(1).max(5).default(3),
  /** Weights of response, resolution and satisfaction in the composite. */
  composite: z.tuple([z.number(), z.number(), z.number()]).default([10, 45, 45]),
  /** What the caller says; {title} and {owner} are filled in. */
  script: z.string().max(2000).default('您好，这里是诉求回访中心。您反映的“{title}”由{owner}办理，想向您了解：承办单位是否联系过您？问题是否解决？您对办理是否满意？'),
});
export type CaseRules = z.infer<typeof CaseRules>;

export const shippedRules: CaseRules = CaseRules.parse({});

const units: Record<Limit['unit'], string> = { minute: '分钟', hour: '小时', day: '天', 'working-hour': '工作小时', 'working-day': '个工作日' };
export const limitText = (limit: Limit): string => `${limit.amount}${units[limit.unit]}`;

/** The term of a clock that does not depend on category or responsibility. */
export function processTerm(clock: string, urgency: number, rules: CaseRules): ClockTerm | null {
  switch (clock) {
    case 'accept':
      return { limit: rules.accept, rule: `受理时限 ${limitText(rules.accept)}` };
    case 'sign': {
      const limit = urgency === 3 ? rules.signDangerous : rules.sign;
      return { limit, rule: `签收时限 ${limitText(limit)}` };
    }
    case 'contact':
      return { limit: rules.contact, rule: `联系诉求人时限 ${limitText(rules.contact)}` };
    case 'decide':
      return { limit: rules.decide, rule: `裁定时限 ${limitText(rules.decide)}` };
    case 'verify':
      return { limit: rules.verify, rule: `核查时限 ${limitText(rules.verify)}` };
    case 'call-back':
      return { limit: rules.callBack, rule: `回访时限 ${limitText(rules.callBack)}` };
    default:
      return null;
  }
}

/** The resolution term: given by the dispatcher, else by the responsibility list, else by the category, else by its class. */
export function resolveTerm(from: { given?: Limit | undefined; responsibility?: Limit | null; category?: { name: string; limit: Limit | null; class: keyof CaseRules['resolveByClass'] } | undefined }, rules: CaseRules): ClockTerm {
  if (from.given) return { limit: from.given, rule: `派单指定 ${limitText(from.given)}` };
  if (from.responsibility) return { limit: from.responsibility, rule: `责任清单 ${limitText(from.responsibility)}` };
  if (from.category?.limit) return { limit: from.category.limit, rule: `类别“${from.category.name}” ${limitText(from.category.limit)}` };
  if (from.category) return { limit: rules.resolveByClass[from.category.class], rule: `类别“${from.category.name}”所属等级 ${limitText(rules.resolveByClass[from.category.class])}` };
  return { limit: rules.resolve, rule: `一般时限 ${limitText(rules.resolve)}` };
}
