import type { Page } from '../../../shell/area.ts';

export const patrolPages: Page[] = [
  {
    path: '/console/patrol',
    title: 'command:patrol.title',
    needs: ['patrol.read', 'patrol.plan'],
    load: () => import('./page.tsx'),
    texts: { patrolDesk: () => import('./texts.ts') },
    nav: { group: 'command', icon: 'pin', order: 5 },
  },
];
