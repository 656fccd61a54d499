import { board } from './board.ts';
import { cases } from './cases.ts';
import { identity } from './identity.ts';
import { intelligence } from './intelligence.ts';
import { matters } from './matters.ts';
import { muster } from './muster.ts';
import { notifications } from './notifications.ts';
import { organisations } from './organisations.ts';
import { patrol } from './patrol.ts';
import { reports } from './reports.ts';
import type { AnyRoute } from './route.ts';
import { supervision } from './supervision.ts';
import { tasks } from './tasks.ts';
import { territory } from './territory.ts';
import { whistles } from './whistles.ts';

/** Everything that crosses the wire, by module. */
export const contract = {
  ...{ territory, organisations, identity, matters, intelligence, cases, notifications },
  ...{ whistles, supervision, tasks, muster, patrol, board, reports },
};
export const allRoutes: AnyRoute[] = Object.values(contract).flatMap((group) => Object.values(group) as unknown as AnyRoute[]);
export * from './permissions.ts';
export * from './route.ts';
