import { cases } from './cases.ts';
import { identity } from './identity.ts';
import { matters } from './matters.ts';
import { notifications } from './notifications.ts';
import { organisations } from './organisations.ts';
import type { AnyRoute } from './route.ts';
import { territory } from './territory.ts';

/** Everything that crosses the wire, by module. */
export const contract = { territory, organisations, identity, matters, cases, notifications };
export const allRoutes: AnyRoute[] = Object.values(contract).flatMap((group) => Object.values(group) as unknown as AnyRoute[]);
export * from './permissions.ts';
export * from './route.ts';
