import { territory as routes } from '@gongzhi/contract/territory';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import { problems } from '@gongzhi/platform/problems';
import { changeArea } from './commands/change-area.ts';
import { createArea } from './commands/create-area.ts';
import { importAreas } from './commands/import-areas.ts';
import { replaceAreas } from './commands/replace-areas.ts';
import { writeCalendar } from './commands/write-calendar.ts';
import { writeCalendarYear } from './commands/write-calendar-year.ts';
import type { Ground } from './context.ts';
import { boundaryCollection } from './queries/boundaries.ts';
import { calendarAnswer } from './queries/calendar-answer.ts';
import { locatePoint } from './queries/locate-point.ts';
import { readArea } from './queries/read-area.ts';
import { searchAddress } from './queries/search-address.ts';
import { requireReach } from './rules/require-reach.ts';
import { selectAreas } from './store/select-areas.ts';
import { selectFlaws } from './store/select-flaws.ts';

/** Binds the routes of contract/territory.ts. */
export function territoryRoutes(ground: Ground): BoundRoute[] {
  return [
    bind(routes.listAreas, async ({ query }) => ({ items: await selectAreas(ground.database, query) })),
    bind(routes.readArea, ({ params }) => readArea(ground, params.code)),
    bind(routes.boundaries, async ({ query, reply }) => {
      reply.header('content-type', 'application/geo+json; charset=utf-8');
      // A text of its own type and not JSON to be checked: the contract's answer describes it.
      return (await boundaryCollection(ground, query)) as never;
    }),
    bind(routes.locate, ({ query }) => locatePoint(ground, query)),
    bind(routes.searchAddress, ({ actor, query }) => searchAddress(ground, query, actor.kind === 'staff')),
    bind(routes.createArea, ({ actor, body }) => createArea(ground, actor, body)),
    bind(routes.changeArea, ({ actor, params, body }) => changeArea(ground, actor, params.code, body)),
    bind(routes.replaceAreas, ({ actor, body }) => replaceAreas(ground, actor, body)),
    bind(routes.checkBoundaries, async ({ actor, params, query }) => {
      requireReach(actor, ['area.edit', 'case.read'], params.code);
      if (!(await ground.directory.get()).get(params.code)) throw problems['not-found']({ detail: `no current area ${params.code}` });
      return { items: await selectFlaws(ground.database, params.code, query.tolerance, false) };
    }),
    bind(routes.importAreas, ({ actor, query, body }) => importAreas(ground, actor, body, query)),
    bind(routes.listCalendars, async () => {
      const set = await ground.calendars.get();
      return { items: [...set.kept.keys()].map((id) => calendarAnswer(set, id)) };
    }),
    bind(routes.readCalendarYear, async ({ params }) => {
      const set = await ground.calendars.get();
      const days = set.kept.has(params.id) ? set.days(params.id, params.year) : undefined;
      if (!days) throw problems['not-found']({ detail: `the calendar ${params.id} does not hold ${params.year}` });
      return { days };
    }),
    bind(routes.writeCalendarYear, ({ actor, params, body }) => writeCalendarYear(ground, actor, params.id, params.year, body.days)),
    bind(routes.writeCalendar, ({ actor, params, body }) => writeCalendar(ground, actor, params.id, body)),
  ];
}
