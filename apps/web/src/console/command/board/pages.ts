import type { Page } from '../../../shell/area.ts';

export const boardPages: Page[] = [
  {
    path: '/console/themes',
    title: 'command:board.title',
    needs: ['board.read', 'theme.edit'],
    load: () => import('./page.tsx'),
    texts: { themes: () => import('./texts.ts') },
    nav: { group: 'command', icon: 'chart', order: 6 },
  },
];
