import type { GridPlace } from '../areas/area-row.ts';
import { schoolNames, shopNames } from '../areas/place-names.ts';
import { type Random, weightedChoice } from '../random.ts';
import { categoryAt, openings } from './rhythm.ts';
import type { CaseRow } from './rows.ts';
import { type Scene, seenOnPatrol } from './speech.ts';
import { DAY, HOUR } from './working-clock.ts';

/** One request as it comes in. */
export interface Request {
  index: number;
  openedAt: number;
  category: string;
  scene: Scene;
  /** Middle of the place that the request is about. */
  around: GridPlace['compounds'][number];
  channel: CaseRow['channel'];
  /** The case that was first to tell the same. */
  repeatOf: CaseRow | null;
}

interface Echo {
  at: number;
  request: Request;
  first: CaseRow;
}

/** Troubles that many feel at once. */
const widespread = /^(0401|0402|0403|0405|0406|0204|0302|0601|0602|0605|0301|0802|1103)$/;
/** Troubles that are one person's own. */
const personal = /^(09|10|1201|1202|1203|1204|1205|1207|0503|0801)/;

const channels: readonly CaseRow['channel'][] = ['hotline', 'resident', 'grid', 'walk-in', 'media', 'api', 'open311', 'import'];
const usualChannel = weightedChoice([54, 26, 5, 8, 3, 2, 1.5, 0.5]);
const streetChannel = weightedChoice([42, 23, 26, 3, 3, 1.5, 1.5, 0.5]);

/**
 * The requests of a year in order of time. Some are the first of several: `told` is to be handed the finished row of each, so that
 * those who repeat it come while it is open.
 */
export class Demand {
  readonly #places: readonly GridPlace[];
  readonly #random: Random;
  readonly #choose: (random: Random) => number;
  /** Waiting repeats, the earliest first. */
  readonly #echoes: Echo[] = [];

  constructor(places: readonly GridPlace[], random: Random) {
    this.#places = places;
    this.#random = random;
    this.#choose = weightedChoice(places.map(({ weight }) => weight));
  }

  *requests(count: number, now: Date): Generator<Request> {
    let index = 0;
    for (const openedAt of openings(count, now, this.#random)) {
      // The very last stand for themselves: they are to show the first states.
      const echo = index < count - 12 ? this.#echoAt(openedAt, index) : null;
      yield echo ?? this.#fresh(openedAt, index);
      index++;
    }
  }

  /** Tells how the story of a request went; now and then the neighbours take it up. */
  told(request: Request, row: CaseRow): void {
    const random = this.#random;
    if (request.repeatOf || personal.test(request.category) || !random.chance(widespread.test(request.category) ? 0.05 : 0.007)) return;
    if (row.leadId === null) return;
    const until = Math.min((row.closedAt?.getTime() ?? request.openedAt + 5 * DAY) - HOUR / 4, request.openedAt + 5 * DAY);
    const more = Math.min(39, 1 + Math.floor(2.2 / (random.next() + 0.04)));
    for (let i = 0; i < more && until > request.openedAt; i++) {
      // Most follow soon after the first.
      const at = request.openedAt + HOUR / 12 + (until - request.openedAt) * random.next() ** 1.8;
      if (at < until) this.#insert({ at, request, first: row });
    }
  }

  #insert(echo: Echo): void {
    let low = 0;
    let high = this.#echoes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#echoes[middle]!.at > echo.at) low = middle + 1;
      else high = middle;
    }
    this.#echoes.splice(low, 0, echo);
  }

  #echoAt(openedAt: number, index: number): Request | null {
    for (let echo = this.#echoes.at(-1); echo && echo.at <= openedAt; echo = this.#echoes.at(-1)) {
      this.#echoes.pop();
      // Where few cases come in, a slot may come after the first has ended; then nobody calls any more.
      if (echo.first.closedAt !== null && echo.first.closedAt.getTime() <= openedAt + HOUR / 6) continue;
      const { category, scene, around } = echo.request;
      const channel = this.#random.chance(0.6) ? 'hotline' : 'resident';
      const other = this.#scene(scene.place, around);
      const { road, shop, school } = scene;
      const theme = this.#random.chance(0.7) ? scene.theme : other.theme;
      return { index, openedAt, category, scene: { ...other, road, shop, school, theme }, around, channel, repeatOf: echo.first };
    }
    return null;
  }

  #fresh(openedAt: number, index: number): Request {
    const random = this.#random;
    const place = this.#places[this.#choose(random)]!;
    const around = random.pick(place.compounds);
    const category = categoryAt(openedAt, random);
    const channel = channels[(seenOnPatrol(category) ? streetChannel : usualChannel)(random)]!;
    return { index, openedAt, category, scene: this.#scene(place, around), around, channel, repeatOf: null };
  }

  #scene(place: GridPlace, around: GridPlace['compounds'][number]): Scene {
    const random = this.#random;
    return {
      compound: around.name,
      building: place.rural ? `${1 + random.below(60)}号` : `${1 + random.below(24)}栋`,
      road: random.pick(place.roads),
      number: 1 + random.below(320),
      shop: random.pick(shopNames),
      school: random.pick(schoolNames),
      theme: random.next(),
      place,
    };
  }
}
