import type { Page } from '../../shell/area.ts';

/** Pages of administration, inside the console's frame. */
export const adminPages: readonly Page[] = [
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
