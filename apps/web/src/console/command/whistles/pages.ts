import type { Page } from '../../../shell/area.ts';

const texts = { whistles: () => import('./texts.ts') };

export const whistlePages: Page[] = [
  {
    path: '/console/whistles',
    title: 'command:whistles.title',
    needs: ['case.read', 'case.handle'],
    load: () => import('./page.tsx'),
    texts,
    nav: { group: 'command', icon: 'bell', order: 1, needs: ['whistle.blow', 'whistle.designate', 'case.handle'] },
  },
  {
    path: '/console/whistles/$number',
    title: 'command:whistles.one',
    needs: ['case.read', 'case.handle'],
    load: () => import('./one.tsx'),
    texts,
  },
];
