import type { Area } from '../shell/area.ts';

/** The phone's pages, for residents and for staff on the way. */
export const mobileArea: Area = {
  name: 'mobile',
  path: '/m',
  frame: () => import('./frame.tsx'),
  texts: { mobile: () => import('./texts.ts') },
  pages: [],
};
