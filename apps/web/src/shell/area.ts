import type { Permission } from '@gongzhi/contract/permissions';
import type { ComponentType } from 'react';
import type { IconName } from '../kit/icon.tsx';
import type { Texts } from './language.ts';

type Lazy<T> = () => Promise<T>;

/** Who sees a page: anybody, anyone signed in, staff, residents, or holders of any one of the permissions. */
export type Need = 'signed-in' | 'staff' | 'resident' | Permission | readonly Permission[];

export interface Page {
  /** Whole path, parameters with `$`: `/console/cases/$number`. */
  path: `/${string}`;
  /** Key of the title in a namespace: `console:cases.title`. Stands in the browser's tab and in the navigation. */
  title: `${string}:${string}`;
  /** The page's module; its default export is the component. */
  load: Lazy<{ default: ComponentType }>;
  needs?: Need;
  /** Namespaces of its own, beside those of the area. */
  texts?: Record<string, Lazy<{ default: Texts }>>;
  /** Where the page stands in the area's navigation, if it does; with `needs`, only for those. */
  nav?: { group: string; icon: IconName; order: number; needs?: Need };
}

export interface Area {
  name: string;
  /** Prefix of its pages. */
  path: `/${string}`;
  /** What stands around the pages; renders `<Outlet />`. */
  frame: Lazy<{ default: ComponentType }>;
  /** Namespaces that must be there before a page of the area is drawn. */
  texts: Record<string, Lazy<{ default: Texts }>>;
  /** What every page of the area needs. */
  needs?: Need;
  pages: readonly Page[];
}
