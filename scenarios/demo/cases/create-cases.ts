import { type CatalogueCategory, catalogue } from '@gongzhi/cases/catalogue';
import { processTerm, shippedRules } from '@gongzhi/cases/terms';
import type { GridPlace } from '../areas/area-row.ts';
import { timedIdOf } from '../ids.ts';
import { samplePointNear } from '../map/sampling.ts';
import { createRandom } from '../random.ts';
import * as phrases from '../texts/phrases.ts';
import { Demand, type Request } from './demand.ts';
import { newDetails } from './details.ts';
import { act, type Draft, resolution, startClock } from './draft.ts';
import { termFor } from './handling.ts';
import { type People, systemActor } from './people.ts';
import { asActor, createReporters } from './reporters.ts';
import type { ActorRow, CaseRow } from './rows.ts';
import { speak } from './speech.ts';
import { type Telling, tell } from './story.ts';
import { dayStamp, MINUTE, storyCalendar } from './working-clock.ts';

/** States in which the freshest cases are left, so that each can be seen at any `now`. */
const restingStates = ['recorded', 'filed', 'dispatched', 'objected', 'handling', 'suspended', 'answered', 'verified'];
const RESTING = 64;

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
  const resting = cases - Math.min(RESTING, Math.floor(cases / 8));

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
      ...speak(request.category, scene, request.repeatOf !== null, random),
      address: `${scene.place.subdistrictName}${scene.road}${scene.number}号${scene.compound}${random.chance(0.6) ? scene.building : ''}`,
      location: samplePointNear(scene.place.sampler, request.around.at, 0.0004, random),
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
    const rest = index >= resting && request.repeatOf === null ? restingStates[index % restingStates.length]! : null;
    const line = people.line(request.category, scene.place);
    const named = { name: category.name.zh, limit: category.limit, class: category.class };
    const draft: Draft = { row, seed, calendar, now: now.getTime(), at: openedAt, over: false, restIn: rest, resolve: termFor(line.limit, named) };
    const telling: Telling = { draft, details: newDetails(), request, category, people, random, reporter: asActor(row.reporter) };
    begin(telling, category, request);
    row.details = telling.details;
    settleDue(row);
    demand.told(request, row);
    yield row;
  }
}

/** Records the request and decides what becomes of it: filed and worked on, or ended at the desk. */
function begin(telling: Telling, category: CatalogueCategory, request: Request): void {
  const { draft, details, people, random } = telling;
  const { row } = draft;
  const recorder = recorderOf(telling);
  row.acts.push({ action: 'record', at: row.openedAt, actor: recorder, from: null, to: 'recorded', visibility: 'public', note: null, data: { channel: row.channel } });
  const accept = processTerm('accept', row.urgency, shippedRules)!;
  startClock(draft, 'accept', null, accept, row.openedAt);
  if (row.channel === 'hotline' || row.channel === 'grid') row.category = category.code;
  if (draft.restIn === 'recorded') return;

  const desk = row.channel === 'hotline' ? people.desk('hotline-operator', random) : people.desk('dispatcher', random);
  const minutes = row.urgency === 3 ? 1 + random.below(6) : random.chance(0.03) ? 125 + random.below(200) : row.channel === 'hotline' ? 2 + random.below(15) : 5 + random.below(90);
  const at = draft.at + minutes * MINUTE;
  const { repeatOf } = request;
  if (repeatOf) row.duplicateOf = repeatOf.index;
  const stillOpen = repeatOf && (repeatOf.closedAt === null || repeatOf.closedAt.getTime() > at);
  if (repeatOf && stillOpen && random.chance(0.88)) {
    if (!act(draft, 'join', at, desk, { note: random.pick(phrases.joinNotes), data: { to: repeatOf.number } })) return;
    details.joinedTo = repeatOf.number;
    end(row, 'duplicate');
    return;
  }
  const lot = draft.restIn === null ? random.next() : 1;
  if (lot < 0.02) {
    if (act(draft, 'reject', at, desk, { note: random.pick(phrases.remarks.reject) })) end(row, 'rejected');
    return;
  }
  if (lot < 0.042) {
    const to = random.below(phrases.remarks.divert.length);
    const data = { to: phrases.remarks.divertTo[to] };
    if (act(draft, 'divert', at, people.desk('dispatcher', random), { note: phrases.remarks.divert[to]!, data })) end(row, 'diverted');
    return;
  }
  if (lot < (/^(08|09|10|12)/.test(category.code) ? 0.14 : 0.055)) {
    answerDirectly(telling, at, desk);
    return;
  }
  if (!act(draft, 'file', at, desk, { data: { category: category.code, categoryName: category.name.zh } })) return;
  row.category = category.code;
  tell(telling);
}

/** A question that the desk can answer itself. */
function answerDirectly({ draft, details, random, category }: Telling, at: number, desk: ActorRow): void {
  const reply = random.pick(phrases.remarks.explained);
  if (!act(draft, 'answer-directly', at, desk, { note: reply, data: { outcome: 'explained' } })) return;
  draft.row.category = category.code;
  Object.assign(details, { reply, result: reply, proposedOutcome: 'explained' });
  end(draft.row, 'explained');
  act(draft, 'archive', draft.at + 15 * 86_400_000 + 3_600_000 + random.below(20_000_000), systemActor);
}

function end(row: CaseRow, outcome: string): void {
  row.closedAt = row.stateSince;
  row.outcome = outcome;
}

function recorderOf({ draft, people, random, request, reporter }: Telling): ActorRow {
  switch (draft.row.channel) {
    case 'hotline':
      return people.desk('hotline-operator', random);
    case 'grid':
      return people.field('grid-officer', request.scene.place, random);
    case 'walk-in':
      return people.field('community-worker', request.scene.place, random);
    case 'media':
      return people.desk('dispatcher', random);
    case 'resident':
      return reporter;
    default:
      return { kind: 'token', personId: null, name: '外部系统', postTitle: null, organisationId: null };
  }
}

/** The due time of the case: of its resolution, before that of its acceptance; none while the clock stands still. */
function settleDue(row: CaseRow): void {
  if (row.state === 'withdrawn') end(row, 'withdrawn');
  const clock = resolution(row) ?? row.clocks.findLast(({ name }) => name === 'accept')!;
  row.dueAt = clock.paused ? null : clock.dueAt;
}
