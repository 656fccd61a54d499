import type { Page } from '../../../shell/area.ts';

const texts = { reports: () => import('./texts.ts') };
const needs = ['report.write', 'report.issue'] as const;

export const reportPages: Page[] = [
  {
    path: '/console/reports',
    title: 'command:reports.title',
    needs,
    load: () => import('./page.tsx'),
    texts,
    nav: { group: 'command', icon: 'log', order: 7 },
  },
  { path: '/console/reports/$id', title: 'command:reports.one', needs, load: () => import('./one.tsx'), texts },
];
