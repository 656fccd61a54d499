import type { ListCheck } from './duty-lists.ts';
import type { RefusalRule } from './task-details.ts';

/** The rule by which a community may refuse work that was placed without an admission. */
export function ruleOf({ verdict, findings }: ListCheck): RefusalRule {
  const item = findings.find((finding) => finding.list === verdict);
  if (verdict === 'forbidden' && item)
    return { code: item.code, zh: `禁止进社区事项 ${item.code}：${item.title}`, en: `Forbidden matter ${item.code}: ${item.title}` };
  if (item)
    return {
      code: 'not-admitted',
      zh: `未经准入审定（涉及清单事项 ${item.code}：${item.title}）`,
      en: `Not admitted (list item ${item.code}: ${item.title})`,
    };
  return { code: 'unlisted', zh: '清单外事项，未经准入审定', en: 'Outside of the lists and not admitted' };
}

/** The rule by which an admitted task may be refused once its term is over. */
export const termOver = (to: string): RefusalRule => ({
  code: 'term-over',
  zh: `准入期限已于 ${to} 届满`,
  en: `The admitted term ended on ${to}`,
});
