import type { Area } from '../shell/area.ts';

/** Pages open to everybody: the walls, the survey and following a report by its link. */
export const publicArea: Area = {
  name: 'public',
  path: '/',
  frame: () => import('./frame.tsx'),
  texts: { public: () => import('./texts.ts'), resident: () => import('../resident/texts.ts') },
  pages: [
    { path: '/wall', title: 'public:wall.title', load: () => import('./wall/page.tsx') },
    { path: '/wall/$number', title: 'public:case.title', load: () => import('./wall-case/page.tsx') },
    { path: '/survey/$token', title: 'public:survey.title', load: () => import('./survey/page.tsx') },
    { path: '/follow/$token', title: 'public:follow.title', load: () => import('./follow/page.tsx') },
  ],
};
