import type { Area } from '../shell/area.ts';

/** The staff's pages. Pages of administration stand in admin/routes.tsx. */
export const consoleArea: Area = {
  name: 'console',
  path: '/console',
  needs: 'staff',
  frame: () => import('./frame.tsx'),
  texts: {
    console: () => import('./texts.ts'),
    admin: () => import('./admin/texts.ts'),
  },
  pages: [
    { path: '/console', title: 'console:start.title', load: () => import('./start.tsx') },
    {
      path: '/console/kit',
      title: 'console:kit.title',
      load: () => import('./kit-page/page.tsx'),
      texts: { kitPage: () => import('./kit-page/texts.ts') },
    },
  ],
};
