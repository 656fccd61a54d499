import {
  type AnyRoute,
  type AsyncRouteComponent,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  useRouteContext,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Area, Page } from './area.ts';
import { BrokenPage } from './broken-page.tsx';
import { ForbiddenPage } from './forbidden-page.tsx';
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

/** Nobody signed in: to the door, and back here afterwards. Gives whether the page is for this person. */
async function guard(page: Page, area: Area | null, href: string): Promise<boolean> {
  const need = page.needs ?? area?.needs;
  if (!need) return true;
  const session = await readSession();
  if (session?.mustChangePassword && area?.name === 'console' && page !== accountPage) throw redirect({ to: accountPage.path });
  if (meets(session, need)) return true;
  if (!session)
    throw redirect({ to: need === 'resident' || area?.name === 'mobile' ? '/m/sign-in' : '/login', search: { back: href } as never });
  return false;
}

async function loadTexts(texts: Area['texts'] = {}): Promise<void> {
  await Promise.all(Object.entries(texts).map(async ([namespace, load]) => addTexts(namespace, (await load()).default)));
}

/** What the guard found: the page, or the word that it is not for this person. Nothing is thrown for it, so nothing is logged. */
function RoutedPage() {
  const { shown: Shown } = useRouteContext({ strict: false }) as { shown: ComponentType };
  return <Shown />;
}

function pageRoute(parent: AnyRoute, page: Page, area: Area | null) {
  const loaded = lazyRouteComponent(page.load) as AsyncRouteComponent<object>;
  return createRoute({
    getParentRoute: () => parent,
    path: page.path.slice(area ? area.path.length : 0) || '/',
    staticData: { title: page.title },
    beforeLoad: async ({ location }): Promise<{ shown: ComponentType }> => {
      if (!(await guard(page, area, location.href))) return { shown: ForbiddenPage };
      await Promise.all([loadTexts(page.texts), loaded.preload?.()]);
      return { shown: loaded };
    },
    component: RoutedPage,
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
