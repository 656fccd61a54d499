import { adminPages } from '../console/admin/routes.tsx';
import { consoleArea } from '../console/routes.tsx';
import { mobileArea } from '../mobile/routes.tsx';
import { publicArea } from '../public/routes.tsx';
import { screenArea } from '../screen/routes.tsx';
import type { Area, Page } from './area.ts';

/** The signed-in person's own page; the first one, and the only one, while the password is an administrator's. */
export const accountPage: Page = {
  path: '/console/account',
  title: 'account:title',
  load: () => import('./account/page.tsx'),
  texts: { account: () => import('./account/texts.ts') },
};

/** Every area, each with the pages that its own folder lists. */
export const areas: readonly Area[] = [
  { ...consoleArea, pages: [...consoleArea.pages, accountPage, ...adminPages] },
  mobileArea,
  publicArea,
  screenArea,
];

/** Pages without a frame. */
export const bare: readonly Page[] = [
  { path: '/', title: 'shell:door.title', load: () => import('./front-door/page.tsx') },
  { path: '/login', title: 'shell:login.title', load: () => import('./login/page.tsx') },
];

export const pathsOf = (): string[] => [...bare, ...areas.flatMap((area) => area.pages)].map((page) => page.path);
