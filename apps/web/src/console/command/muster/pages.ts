import type { Page } from '../../../shell/area.ts';

const texts = { musterDesk: () => import('./texts.ts') };

export const musterPages: Page[] = [
  {
    path: '/console/musters',
    title: 'command:muster.title',
    needs: 'muster.call',
    load: () => import('./page.tsx'),
    texts,
    nav: { group: 'command', icon: 'bell', order: 5 },
  },
  {
    path: '/console/musters/$number',
    title: 'command:muster.one',
    needs: 'muster.call',
    load: () => import('./one.tsx'),
    texts,
  },
];
