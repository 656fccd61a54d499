import type { Page } from '../../../shell/area.ts';

const texts = { supervision: () => import('./texts.ts') };
const needs = ['case.supervise', 'case.handle'] as const;

export const supervisionPages: Page[] = [
  {
    path: '/console/supervision',
    title: 'command:supervision.title',
    needs,
    load: () => import('./page.tsx'),
    texts,
    nav: { group: 'command', icon: 'flag', order: 2 },
  },
  {
    path: '/console/supervision/rules',
    title: 'command:supervision.rules',
    needs: 'supervision.edit',
    load: () => import('./rules.tsx'),
    texts,
    nav: { group: 'command', icon: 'settings', order: 9 },
  },
  { path: '/console/supervision/$number', title: 'command:supervision.one', needs, load: () => import('./card.tsx'), texts },
];
