import type { CatalogueCategory } from '@gongzhi/cases/catalogue';
import type { Random } from '../random.ts';
import type { Request } from './demand.ts';
import type { CaseDetails } from './details.ts';
import { type Draft, resolution } from './draft.ts';
import type { People } from './people.ts';
import type { ActorRow } from './rows.ts';
import { atDesk, hourOf, isContinuous, MINUTE, minutesOf, usedUp } from './working-clock.ts';

/** What a story draws on. */
export interface Telling {
  draft: Draft;
  details: CaseDetails;
  request: Request;
  category: CatalogueCategory;
  people: People;
  random: Random;
  reporter: ActorRow;
}

/** Short limits and danger are worked on day and night; the rest waits for office hours. */
export function later({ draft }: Telling, from: number, minutes: number): number {
  const round = isContinuous(draft.resolve.limit) && minutesOf(draft.resolve.limit) <= 2880;
  return round ? from + minutes * MINUTE : atDesk(draft.calendar, from, minutes);
}

/** When a share of the resolution's time is used up; what falls into the night is done the next morning while that is still in time. */
export function reaches({ draft }: Telling, share: number): number {
  const clock = resolution(draft.row)!;
  const at = usedUp(draft.calendar, clock.startedAt.getTime(), clock.limit, share, clock.pauses);
  const hour = hourOf(at);
  if ((hour >= 8 && hour < 19) || minutesOf(clock.limit) <= 2880) return at;
  const morning = atDesk(draft.calendar, at, 10 + (at % 97));
  return share > 1 || morning < clock.dueAt.getTime() ? morning : at;
}
