import { CaseRules } from '@gongzhi/contract/case-rules';
import type { ClockTerm } from '@gongzhi/matters';
import type { Limit } from '@gongzhi/platform/working-time';

export { CaseRules } from '@gongzhi/contract/case-rules';

export const shippedRules: CaseRules = CaseRules.parse({});

const units: Record<Limit['unit'], string> = {
  minute: '分钟',
  hour: '小时',
  day: '天',
  'working-hour': '工作小时',
  'working-day': '个工作日',
};
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

const byHand = '派单指定';

/** Whether a clock still stands as its rule set it: neither given by the dispatcher nor extended since, which a person decided for this case. */
export const setByRule = ({ rule, limit }: ClockTerm): boolean => !rule.startsWith(byHand) && rule.endsWith(limitText(limit));

/** The resolution term: given by the dispatcher, else by the responsibility list, else by the category, else by its class. */
export function resolveTerm(
  from: {
    given?: Limit | undefined;
    responsibility?: Limit | null;
    category?: { name: string; limit: Limit | null; class: keyof CaseRules['resolveByClass'] } | undefined;
  },
  rules: CaseRules,
): ClockTerm {
  if (from.given) return { limit: from.given, rule: `${byHand} ${limitText(from.given)}` };
  if (from.responsibility) return { limit: from.responsibility, rule: `责任清单 ${limitText(from.responsibility)}` };
  if (from.category?.limit) return { limit: from.category.limit, rule: `类别“${from.category.name}” ${limitText(from.category.limit)}` };
  if (from.category)
    return {
      limit: rules.resolveByClass[from.category.class],
      rule: `类别“${from.category.name}”所属等级 ${limitText(rules.resolveByClass[from.category.class])}`,
    };
  return { limit: rules.resolve, rule: `一般时限 ${limitText(rules.resolve)}` };
}
