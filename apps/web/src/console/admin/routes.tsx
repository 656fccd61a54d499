import type { Page } from '../../shell/area.ts';

/** Pages of administration, inside the console's frame. */
export const adminPages: readonly Page[] = [
  {
    path: '/console/admin/areas',
    title: 'admin:pages.areas',
    needs: 'area.edit',
    load: () => import('./areas/page.tsx'),
    texts: { areas: () => import('./areas/texts.ts') },
    nav: { group: 'admin', icon: 'area', order: 10 },
  },
  {
    path: '/console/admin/layers',
    title: 'admin:pages.layers',
    needs: 'area.edit',
    load: () => import('./layers/page.tsx'),
    texts: { layers: () => import('./layers/texts.ts') },
    nav: { group: 'admin', icon: 'map', order: 15 },
  },
  {
    path: '/console/admin/responsibility',
    title: 'admin:pages.responsibility',
    needs: 'responsibility.edit',
    load: () => import('./responsibility/page.tsx'),
    texts: { duties: () => import('./responsibility/texts.ts') },
    nav: { group: 'admin', icon: 'duty', order: 30 },
  },
  {
    path: '/console/admin/organisations',
    title: 'admin:pages.organisations',
    needs: ['organisation.edit', 'security.edit'],
    load: () => import('./organisations/page.tsx'),
    texts: { units: () => import('./organisations/texts.ts') },
    nav: { group: 'admin', icon: 'building', order: 20 },
  },
  {
    path: '/console/admin/calendars',
    title: 'admin:pages.calendars',
    needs: 'calendar.edit',
    load: () => import('./calendars/page.tsx'),
    texts: { calendars: () => import('./calendars/texts.ts') },
    nav: { group: 'admin', icon: 'calendar', order: 40 },
  },
  {
    path: '/console/admin/accounts',
    title: 'admin:pages.accounts',
    needs: ['account.edit', 'security.edit'],
    load: () => import('./accounts/page.tsx'),
    texts: { accounts: () => import('./accounts/texts.ts') },
    nav: { group: 'admin', icon: 'person', order: 50 },
  },
  {
    path: '/console/admin/tokens',
    title: 'admin:pages.tokens',
    needs: 'token.edit',
    load: () => import('./tokens/page.tsx'),
    texts: { tokens: () => import('./tokens/texts.ts') },
    nav: { group: 'admin', icon: 'key', order: 60 },
  },
  {
    path: '/console/admin/audit',
    title: 'admin:pages.audit',
    needs: 'audit.read',
    load: () => import('./audit/page.tsx'),
    texts: { audit: () => import('./audit/texts.ts') },
    nav: { group: 'admin', icon: 'log', order: 70 },
  },
];
