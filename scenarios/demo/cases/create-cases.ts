import { catalogue } from '@gongzhi/cases/catalogue';
import type { GridPlace } from '../areas/area-row.ts';
import { dryPoint } from '../areas/places.ts';
import { familyOf, timedIdOf } from '../ids.ts';
import { createRandom } from '../random.ts';
import { Demand } from './demand.ts';
import { newDetails } from './details.ts';
import { type Draft, resolution } from './draft.ts';
import { termFor } from './handling.ts';
import { takeIn } from './intake.ts';
import type { People } from './people.ts';
import { asActor, createReporters } from './reporters.ts';
import type { CaseRow } from './rows.ts';
import { speak } from './speech.ts';
import type { Telling } from './telling.ts';
import { dayStamp, storyCalendar } from './working-clock.ts';

/**
 * Some of the newest cases are told only up to a given state, so that each state can be seen at any `now`: the very last up to the first
 * states, those of the last days up to the later ones.
 */
const firstStates = ['recorded', 'filed', 'dispatched', 'objected'];
const laterStates = ['handling', 'suspended', 'answered', 'verified'];

function restOf(fromEnd: number, perDay: number): string | null {
  if (fromEnd < 12) return firstStates[fromEnd % 4]!;
  const step = Math.max(1, Math.floor((perDay * 3) / 16));
  return fromEnd % step === 0 && fromEnd / step <= 28 ? laterStates[(fromEnd / step) % 4]! : null;
}

export interface CasesOptions {
  seed: number;
  cases: number;
  now: Date;
  places: readonly GridPlace[];
  people: People;
}

/**
 * The cases of the year before `now`, oldest first, each with its whole history. A generator: any number streams through constant
 * memory. The same options give the same cases; iterate one generator at a time per call.
 */
export function* createCases({ seed, cases, now, places, people }: CasesOptions): Generator<CaseRow> {
  const random = createRandom(seed ^ 0x51ca5e5);
  const demand = new Demand(places, random);
  const reporters = createReporters(random);
  const calendar = storyCalendar(new Date(now.getTime() - 366 * 86_400_000), now);
  const categories = new Map(catalogue.map((category) => [category.code, category]));

  for (const request of demand.requests(cases, now)) {
    const { index, openedAt, scene, channel } = request;
    const category = categories.get(request.category)!;
    const urgency = category.class === 'danger' ? 3 : category.class === 'utilities' || random.chance(0.05) ? 2 : 1;
    const row: CaseRow = {
      index,
      id: timedIdOf(seed, 'case', index, openedAt),
      number: `GZ${dayStamp(openedAt)}${String(index + 1).padStart(7, '0')}`,
      areaCode: scene.place.code,
      category: null,
      ...speak(request.category, scene, channel, request.repeatOf !== null, random),
      address: `${scene.place.subdistrictName}${scene.road}${scene.number}号${scene.compound}${random.chance(0.6) ? scene.building : ''}`,
      location: dryPoint(scene.place.sampler, scene.place.shores, random, request.around.at),
      channel,
      openedAt: new Date(openedAt),
      urgency,
      confidential: random.chance(/^(1001|1106|0501|0803|1105)$/.test(category.code) ? 0.25 : 0.03),
      reporter: reporters.draw(channel, random),
      state: 'recorded',
      stateSince: new Date(openedAt),
      leadId: null,
      dueAt: null,
      closedAt: null,
      outcome: null,
      pending: null,
      public: false,
      details: {},
      parts: [],
      acts: [],
      clocks: [],
      ratings: [],
      duplicateOf: null,
    };
    const rest = request.repeatOf === null ? restOf(cases - 1 - index, cases / 365) : null;
    const line = people.line(request.category, scene.place);
    const named = { name: category.name.zh, limit: category.limit, class: category.class };
    const draft: Draft = {
      row,
      family: familyOf(seed, index),
      calendar,
      now: now.getTime(),
      at: openedAt,
      over: false,
      restIn: rest,
      resolve: termFor(line.limit, named),
    };
    const telling: Telling = { draft, details: newDetails(), request, category, people, random, reporter: asActor(row.reporter) };
    takeIn(telling);
    row.details = telling.details;
    settleDue(row);
    demand.told(request, row);
    yield row;
  }
}

/** The due time of the case: of its resolution, before that of its acceptance; none while the clock stands still. */
function settleDue(row: CaseRow): void {
  const clock = resolution(row) ?? row.clocks.findLast(({ name }) => name === 'accept')!;
  row.dueAt = clock.paused ? null : clock.dueAt;
}
