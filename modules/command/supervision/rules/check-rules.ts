import { grades, type SupervisionRule } from '@gongzhi/contract/supervision';

/** What makes a list of rules senseless: one name twice, a clock rule without its clock, a chain that does not rise. Null: nothing. */
export function faultOfRules(rules: readonly SupervisionRule[]): { field: string; reason: string } | null {
  const seen = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const field = `rules.${index}`;
    if (seen.has(rule.id)) return { field: `${field}.id`, reason: `${rule.id} stands twice` };
    seen.add(rule.id);
    if (rule.on === 'clock' && (!rule.kind || !rule.clock || !rule.percent))
      return { field: `${field}.clock`, reason: 'a rule about a clock names kind, clock and percentage' };
    if (rule.on === 'no-reply' && (!rule.after || grades.indexOf(rule.grade) <= grades.indexOf(rule.after)))
      return { field: `${field}.grade`, reason: 'a card that was not answered leads to a higher grade' };
  }
  return null;
}
