import type { CaseRules } from '@gongzhi/contract/case-rules';
import { diagram, ended, type Lifecycle } from '@gongzhi/platform/lifecycle';

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const limit = ({ amount, unit }: { amount: number; unit: string }) => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** The page about a life cycle, read from its table: diagram, states, actions, clocks and the terms as shipped. */
export function lifeCyclePage(cycle: Lifecycle, rules: CaseRules): string {
  const clocks = (names: readonly string[] | undefined, sign: string) => (names ?? []).map((name) => `${sign}${name}`);
  const terms: [string, string][] = [
    ['accept', limit(rules.accept)],
    ['sign', `${limit(rules.sign)}; in danger ${limit(rules.signDangerous)}`],
    ['contact', limit(rules.contact)],
    ['decide', limit(rules.decide)],
    ['verify', limit(rules.verify)],
    ['call-back', limit(rules.callBack)],
    [
      'resolve',
      `by the responsibility list, else the category, else its class: ${Object.entries(rules.resolveByClass)
        .map(([name, term]) => `${name} ${limit(term)}`)
        .join(', ')}; else ${limit(rules.resolve)}`,
    ],
    ['handle', 'by the dispatch'],
  ];
  return [
    '# 诉求的生命周期 The life cycle of a case',
    'Generated from `modules/cases/kind.ts` by `node bin/generate-docs.ts`; `npm run check` refuses an outdated page.',
    `\`\`\`mermaid\n${diagram(cycle).trim()}\n\`\`\``,
    '## 状态 States',
    table(
      ['state', '中文', 'English', 'phase'],
      Object.entries(cycle.states).map(([state, row]) => [`\`${state}\``, row.zh, row.en, ended(cycle, state) ? 'ended' : row.phase]),
    ),
    '## 动作 Actions',
    'Clocks: `+` starts, `−` stops, `‖` pauses, `▸` resumes. An act outside of its states is refused as `action-not-now`.',
    table(
      ['action', '中文', 'from', 'to', 'who', 'when', 'clocks', 'read by'],
      Object.entries(cycle.actions).map(([action, row]) => [
        `\`${action}\``,
        row.zh,
        row.from.length === Object.keys(cycle.states).length ? 'any' : row.from.join(', '),
        row.to,
        row.who.join(', '),
        (row.when ?? []).join(', '),
        [...clocks(row.starts, '+'), ...clocks(row.stops, '−'), ...clocks(row.pauses, '‖'), ...clocks(row.resumes, '▸')].join(' '),
        row.visibility ?? 'internal',
      ]),
    ),
    '## 时钟与时限 Clocks and terms as shipped',
    `A case can be reopened for ${rules.reopenDays} days after closing. Every term can be changed by an administrator.`,
    table(
      ['clock', '中文', 'English', 'term'],
      Object.entries(cycle.clocks).map(([clock, row]) => [
        `\`${clock}\``,
        row.zh,
        row.en,
        terms.find(([name]) => name === clock)?.[1] ?? '',
      ]),
    ),
    '',
  ].join('\n\n');
}
