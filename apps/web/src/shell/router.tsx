import { type AnyRoute, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Area, Page } from './area.ts';
import { BrokenPage } from './broken-page.tsx';
import { Forbidden } from './forbidden.ts';
import { addTexts } from './language.ts';
import { NotFound } from './not-found.tsx';
import { Root } from './root.tsx';
import { accountPage, areas, bare } from './routes.tsx';
import { meets, readSession } from './session.tsx';

const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** Values of the address as they stand there: text, never guessed into numbers or objects. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
const stringifySearch = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
};

/** Nobody signed in: to the door, and back here afterwards. Signed in without the permission: the page says so. */
async function guard(page: Page, area: Area | null, href: string): Promise<void> {
  const need = page.needs ?? area?.needs;
  if (!need) return;
  const session = await readSession();
  if (session?.mustChangePassword && area?.name === 'console' && page !== accountPage) throw redirect({ to: accountPage.path });
  if (meets(session, need)) return;
  if (!session)
    throw redirect({ to: need === 'resident' || area?.name === 'mobile' ? '/m/sign-in' : '/login', search: { back: href } as never });
  throw new Forbidden();
}

async function loadTexts(texts: Area['texts'] = {}): Promise<void> {
  await Promise.all(Object.entries(texts).map(async ([namespace, load]) => addTexts(namespace, (await load()).default)));
}

function pageRoute(parent: AnyRoute, page: Page, area: Area | null) {
  return createRoute({
    getParentRoute: () => parent,
    path: page.path.slice(area ? area.path.length : 0) || '/',
    staticData: { title: page.title },
    beforeLoad: async ({ location, preload }) => {
      // What a pointer only hovers over is not yet asked for: a page that is not for this person is refused when it is opened.
      if (preload) return;
      await guard(page, area, location.href);
      await loadTexts(page.texts);
    },
    component: lazyRouteComponent(page.load),
    errorComponent: BrokenPage,
  });
}

function areaRoute(area: Area) {
  const parent = createRoute({
    getParentRoute: () => rootRoute,
    ...(area.path === '/' ? { id: area.name } : { path: area.path }),
    beforeLoad: async () => {
      await loadTexts(area.texts);
    },
    component: lazyRouteComponent(area.frame),
    errorComponent: BrokenPage,
    notFoundComponent: NotFound,
  });
  return parent.addChildren(area.pages.map((page) => pageRoute(parent, page, area.path === '/' ? null : area)));
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([...bare.map((page) => pageRoute(rootRoute, page, null)), ...areas.map(areaRoute)]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: string;
  }
}
