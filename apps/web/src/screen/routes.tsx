import type { Area } from '../shell/area.ts';

/** The board: for the wall of a command room and for a desk. */
export const screenArea: Area = {
  name: 'screen',
  path: '/screen',
  frame: () => import('./frame.tsx'),
  texts: { screen: () => import('./texts.ts'), resident: () => import('../resident/texts.ts') },
  pages: [{ path: '/screen', title: 'screen:title', needs: 'board.read', load: () => import('./page.tsx') }],
};
