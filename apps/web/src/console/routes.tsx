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
    matter: () => import('./matter/texts.ts'),
  },
  pages: [
    {
      path: '/console',
      title: 'console:start.title',
      load: () => import('./workbench/page.tsx'),
      texts: { workbench: () => import('./workbench/texts.ts') },
      nav: { group: 'work', icon: 'home', order: 1, needs: 'case.read' },
    },
    {
      path: '/console/cases',
      title: 'console:cases.list',
      needs: 'case.read',
      load: () => import('./cases/page.tsx'),
      texts: { cases: () => import('./cases/texts.ts') },
      nav: { group: 'work', icon: 'list', order: 4 },
    },
    {
      path: '/console/cases/$number',
      title: 'console:cases.one',
      needs: 'case.read',
      load: () => import('./case/page.tsx'),
      texts: { case: () => import('./case/texts.ts') },
    },
    {
      path: '/console/desk',
      title: 'console:desk.title',
      needs: 'case.record',
      load: () => import('./desk/page.tsx'),
      texts: { desk: () => import('./desk/texts.ts') },
      nav: { group: 'work', icon: 'phone', order: 2 },
    },
    {
      path: '/console/map',
      title: 'console:map.title',
      needs: 'case.read',
      load: () => import('./map/page.tsx'),
      texts: { map: () => import('./map/texts.ts') },
      nav: { group: 'insight', icon: 'map', order: 1 },
    },
    {
      path: '/console/figures',
      title: 'console:figures.title',
      needs: 'figures.read',
      load: () => import('./figures/page.tsx'),
      texts: { figures: () => import('./figures/texts.ts') },
      nav: { group: 'insight', icon: 'chart', order: 2 },
    },
    {
      path: '/console/kit',
      title: 'console:kit.title',
      load: () => import('./kit-page/page.tsx'),
      texts: { kitPage: () => import('./kit-page/texts.ts') },
    },
  ],
};
