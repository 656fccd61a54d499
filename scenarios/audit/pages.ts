import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Permission, type Role, roles } from '@gongzhi/contract/permissions';
import type { Lookers } from './ground.ts';

export interface AuditedPage {
  /** As it stands in the list of pages, with its parameters. */
  route: string;
  path: string;
  /** Who looks: a role of the demo, the resident, or nobody. */
  who: string | null;
  area: 'console' | 'mobile' | 'public';
}

const source = join(import.meta.dirname, '../../apps/web/src');
/** Doors that stand in no area's list. */
const doors = ['/', '/login', '/console/account'];
/** Roles as they are tried for a page: the one with the narrowest view of it last. */
const tried: readonly Role[] = ['dispatcher', 'hotline-operator', 'callback-staff', 'content-editor', 'system-administrator'];

/** Every page that the web lists, with what it needs, read from the lists themselves: a new page is audited without being named here. */
function listed(): { route: string; needs: string[] }[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)routes\.tsx$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const starts = [...text.matchAll(/path: '(\/[^']*)'/g)];
    return starts.flatMap((start, index) => {
      const end = starts[index + 1]?.index ?? text.length;
      const part = text.slice(start.index, end);
      // The area itself has a frame and no page.
      if (!part.includes('load:')) return [];
      const needs = /needs: (\[[^\]]*\]|'[^']+')/.exec(part)?.[1] ?? '';
      return [{ route: start[1] as string, needs: [...needs.matchAll(/'([^']+)'/g)].map((match) => match[1] as string) }];
    });
  });
}

type Area = AuditedPage['area'];
const areaOf = (route: string): Area => (route.startsWith('/console') ? 'console' : route.startsWith('/m') ? 'mobile' : 'public');

function whoSees(needs: readonly string[], area: Area, resident: string | null): string | null | undefined {
  if (needs.includes('resident')) return resident ?? undefined;
  if (needs.length === 0 || needs.includes('staff') || needs.includes('signed-in'))
    return area === 'console' ? 'dispatcher' : needs.length > 0 ? 'department-handler' : null;
  const permitted = (role: Role) => needs.some((need) => (roles[role].permissions as readonly Permission[]).includes(need as Permission));
  return tried.find(permitted) ?? (Object.keys(roles) as Role[]).find(permitted);
}

const pages = (() => {
  const all = [...doors.map((route) => ({ route, needs: route === '/console/account' ? ['staff'] : [] })), ...listed()];
  return new Map(all.map((page) => [page.route, page]));
})();
/** The addresses of all pages as they stand in their lists. */
export const allRoutes: readonly string[] = [...pages.keys()];

/** A page at an address, with somebody who may see it; null where it shows something that is not there. */
export function pageAt(route: string, { resident, parameters }: Lookers): AuditedPage | null {
  const area = areaOf(route);
  const value = parameters[route];
  if (route.includes('$') && !value) return null;
  const who = whoSees(pages.get(route)?.needs ?? [], area, resident);
  return who === undefined ? null : { route, path: route.replace(/\$[a-z]+/i, value ?? ''), who, area };
}

/** Every page that there is something to show on. */
export const auditedPages = (ground: Lookers): AuditedPage[] => allRoutes.flatMap((route) => pageAt(route, ground) ?? []);

export interface MeasuredPage extends AuditedPage {
  /** Least score of performance, accessibility and best practices. */
  least: number;
  /** Most kilobytes of script, compressed, until the first view stands. */
  mostScript: number;
}

const budgets: Record<string, Pick<MeasuredPage, 'least' | 'mostScript'>> = {
  '/m': { least: 95, mostScript: 200 },
  '/m/report': { least: 95, mostScript: 200 },
  '/wall': { least: 95, mostScript: 200 },
  '/wall/$number': { least: 95, mostScript: 200 },
  '/console': { least: 90, mostScript: 450 },
  '/console/cases': { least: 90, mostScript: 450 },
  '/console/cases/$number': { least: 90, mostScript: 450 },
};

/** The first views that Lighthouse measures, with what they must reach. */
export const measuredPages = (ground: Lookers): MeasuredPage[] =>
  auditedPages(ground).flatMap((page) => {
    const budget = budgets[page.route];
    return budget ? [{ ...page, ...budget }] : [];
  });
