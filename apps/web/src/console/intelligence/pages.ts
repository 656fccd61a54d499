import type { Page } from '../../shell/area.ts';

const texts = { learned: () => import('./texts.ts') };

/** What is learned from the district's own cases: topics, groups to be joined, and the model itself. */
export const intelligencePages: Page[] = [
  {
    path: '/console/topics',
    title: 'console:intelligence.topics',
    needs: 'case.read',
    load: () => import('./topics/page.tsx'),
    texts,
    nav: { group: 'insight', icon: 'fire', order: 3 },
  },
  {
    path: '/console/duplicates',
    title: 'console:intelligence.duplicates',
    needs: 'case.dispatch',
    load: () => import('./duplicates/page.tsx'),
    texts,
    nav: { group: 'work', icon: 'copy', order: 5 },
  },
  {
    path: '/console/admin/intelligence',
    title: 'console:intelligence.models',
    needs: 'responsibility.edit',
    load: () => import('./models/page.tsx'),
    texts,
    nav: { group: 'admin', icon: 'star', order: 35 },
  },
];
