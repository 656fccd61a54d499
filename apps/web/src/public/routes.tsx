import type { Area } from '../shell/area.ts';

/** Pages open to everybody: the walls, the survey and following a report by its link. */
export const publicArea: Area = {
  name: 'public',
  path: '/',
  frame: () => import('./frame.tsx'),
  texts: { public: () => import('./texts.ts') },
  pages: [],
};
