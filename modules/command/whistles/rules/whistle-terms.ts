import { type Ground, type WhistleRules, WhistleRules as WhistleRulesShape } from '@gongzhi/contract/whistles';
import type { ClockStart, ClockTerm } from '@gongzhi/matters';

const groundNames: Record<Ground, string> = { 'hard-problem': '群众诉求难题', 'joint-enforcement': '综合执法', emergency: '应急处置' };
export const groundName = (ground: Ground): string => groundNames[ground];
const unitSteps = ['sign', 'contact', 'arrive'] as const;

/** The clocks that begin for one unit when it is called. */
export function unitClocks(rules: WhistleRules, ground: Ground, organisationId: string): ClockStart[] {
  return unitSteps.map((name) => ({ name, organisationId, limit: rules.grounds[ground][name], rule: `吹哨规则：${groundName(ground)}` }));
}

/** The term of a clock of the whole whistle. */
export function whistleTerm(clock: string, rules: WhistleRules, ground: Ground): ClockTerm | null {
  const rule = `吹哨规则：${groundName(ground)}`;
  if (clock === 'handle') return { limit: rules.grounds[ground].handle, rule };
  if (clock === 'decide') return { limit: rules.decide, rule: '吹哨规则：区级裁定' };
  if (clock === 'confirm') return { limit: rules.confirm, rule: '吹哨规则：街道确认' };
  if (clock === 'evaluate') return { limit: rules.evaluate, rule: '吹哨规则：双向评价' };
  return null;
}

/** The rules as shipped. */
export const shippedWhistleRules: WhistleRules = WhistleRulesShape.parse({});
