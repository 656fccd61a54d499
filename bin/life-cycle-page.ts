import type { CaseRules } from '@gongzhi/contract/case-rules';
import type { WhistleRules } from '@gongzhi/contract/whistles';
import { diagram, ended, type Lifecycle } from '@gongzhi/platform/lifecycle';

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const limit = ({ amount, unit }: { amount: number; unit: string }) => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

export interface LifeCyclePage {
  title: string;
  /** The file that the table stands in. */
  source: string;
  cycle: Lifecycle;
  /** Terms as shipped, by clock. */
  terms: readonly (readonly [string, string])[];
  /** What is said before the terms. */
  note: string;
}

/** The page about the life cycle of a case. */
export function casePage(cycle: Lifecycle, rules: CaseRules): string {
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
  return lifeCyclePage({
    title: '诉求的生命周期 The life cycle of a case',
    source: 'modules/cases/kind.ts',
    ...{ cycle, terms },
    note: `A case can be reopened for ${rules.reopenDays} days after closing. Every term can be changed by an administrator.`,
  });
}

/** The page about the life cycle of a whistle. */
export function whistlePage(cycle: Lifecycle, rules: WhistleRules): string {
  const byGround = (step: 'sign' | 'contact' | 'arrive' | 'handle') =>
    Object.entries(rules.grounds)
      .map(([ground, terms]) => `${ground} ${limit(terms[step])}`)
      .join(', ');
  return lifeCyclePage({
    title: '哨单的生命周期 The life cycle of a whistle',
    source: 'modules/command/whistles/kind.ts',
    cycle,
    terms: [
      ...(['sign', 'contact', 'arrive', 'handle'] as const).map((step) => [step, byGround(step)] as const),
      ...(['decide', 'confirm', 'evaluate'] as const).map((clock) => [clock, limit(rules[clock])] as const),
    ],
    note: 'Signing, contact and arrival run for each unit by itself. An objection does not stop them: first the scene, then the dispute.',
  });
}

/** The pages about department tasks, their gate and musters. */
export function commandPages(kinds: readonly { kind: string; table: Lifecycle }[]): { name: string; text: string }[] {
  const pages: (Omit<LifeCyclePage, 'cycle'> & { name: string })[] = [
    {
      name: 'task-admission',
      title: '任务准入的生命周期 The life cycle of a task admission',
      source: 'modules/command/tasks/admission-kind.ts',
      terms: [['decide', '15 working-days, changed on the page of the four lists']],
      note: 'What was admitted is valid for its own term; placing is refused as soon as that has passed, and the night puts it on record.',
    },
    {
      name: 'task',
      title: '部门任务的生命周期 The life cycle of a department task',
      source: 'modules/command/tasks/task-kind.ts',
      terms: [
        ['accept', '3 working-days'],
        ['do', 'until the last day of the task'],
        ['confirm', '5 working-days'],
      ],
      note: 'A task that was admitted cannot be refused while its term runs; any other can, and the rule stands in the entry.',
    },
    {
      name: 'muster',
      title: '应急集结的生命周期 The life cycle of a muster',
      source: 'modules/command/muster/kind.ts',
      terms: [['report', '5 working-days after standing down']],
      note: 'Standing down is refused while a safety count misses people, unless it is said why.',
    },
  ];
  return pages.map(({ name, ...page }) => ({
    name,
    text: lifeCyclePage({ ...page, cycle: kinds.find((one) => one.kind === name)!.table }),
  }));
}

/** The page about a life cycle, read from its table: diagram, states, actions, clocks and the terms as shipped. */
export function lifeCyclePage({ title, source, cycle, terms, note }: LifeCyclePage): string {
  const clocks = (names: readonly string[] | undefined, sign: string) => (names ?? []).map((name) => `${sign}${name}`);
  return [
    `# ${title}`,
    `Generated from \`${source}\` by \`node bin/generate-docs.ts\`; \`npm run check\` refuses an outdated page.`,
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
    note,
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
