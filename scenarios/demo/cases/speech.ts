import { kindergartenNames, schoolNames, shopNames } from '../areas/place-names.ts';
import type { GridPlace } from '../areas/area-row.ts';
import type { Random } from '../random.ts';
import { cityscape } from '../texts/cityscape.ts';
import { communitySafety } from '../texts/community-safety.ts';
import { construction } from '../texts/construction.ts';
import { educationHealth } from '../texts/education-health.ts';
import { environment } from '../texts/environment.ts';
import { facilities } from '../texts/facilities.ts';
import { housing } from '../texts/housing.ts';
import { labourMarket } from '../texts/labour-market.ts';
import * as phrases from '../texts/phrases.ts';
import { transport } from '../texts/transport.ts';
import { utilities } from '../texts/utilities.ts';
import type { Wordings } from '../texts/wording.ts';
import { hourOf } from './working-clock.ts';

/** What the slots of a text are filled with: one case, one set. */
export interface Scene {
  compound: string;
  building: string;
  road: string;
  number: number;
  place: GridPlace;
  openedAt: number;
}

/** A template cut at its slots: text at even places, the letter of a slot at odd ones. */
type Template = readonly string[];
interface Spoken {
  titles: Template[];
  facts: Template[];
  details: Template[];
  answers: Template[];
}

const cut = (text: string): Template => text.split(/\{(\w)\}/);
const cutAll = (texts: readonly string[]): Template[] => texts.map(cut);
const spoken = new Map<string, Spoken>();
const all: Wordings = {
  ...cityscape,
  ...facilities,
  ...housing,
  ...utilities,
  ...construction,
  ...environment,
  ...transport,
  ...educationHealth,
  ...labourMarket,
  ...communitySafety,
};
for (const [code, { titles, facts, details, answers }] of Object.entries(all)) {
  spoken.set(code, { titles: cutAll(titles), facts: cutAll(facts), details: cutAll(details), answers: cutAll(answers) });
}
const [openings, effects, history, asks, closings, repeats] = [phrases.openings, phrases.effects, phrases.history, phrases.asks, phrases.closings, phrases.repeats].map(cutAll) as [Template[], Template[], Template[], Template[], Template[], Template[]];

/** Codes that can be spoken about. */
export const spokenCodes: ReadonlySet<string> = new Set(spoken.keys());

const since = ['前天', '上周', '上周三', '三天前', '昨天', '大半个月前', '一个多月前', '上个月', '半年前', '这几天', '上周末', '连着好几天', '快两个月前', '去年年底', '从上礼拜起'];
const dayTimes = ['早上七点', '早上八点多', '上午十点', '中午', '下午三点', '下午五点', '放学时'];
const nightTimes = ['晚上八点', '晚上九点多', '晚上十点多', '夜里十一点', '半夜十二点', '凌晨一点', '凌晨三点', '天黑'];
const floors = ['二', '三', '五', '六', '八', '十', '十一', '十七'];

function fill(template: Template, scene: Scene, random: Random): string {
  let text = template[0]!;
  for (let i = 1; i < template.length; i += 2) text += slot(template[i]!, scene, random) + template[i + 1]!;
  return text;
}

function slot(letter: string, scene: Scene, random: Random): string {
  switch (letter) {
    case 'c':
      return scene.compound;
    case 'b':
      return scene.building;
    case 'u':
      return `${1 + random.below(3)}单元${1 + random.below(17)}0${1 + random.below(4)}`;
    case 'r':
      return scene.road;
    case 'n':
      return String(scene.number);
    case 's':
      return random.pick(shopNames);
    case 'd':
      return random.pick(since);
    case 'h':
      return random.pick(hourOf(scene.openedAt) >= 20 || hourOf(scene.openedAt) < 6 || random.chance(0.4) ? nightTimes : dayTimes);
    case 'k':
      return random.pick(schoolNames);
    case 'y':
      return random.pick(kindergartenNames);
    case 'x':
      return String(2 + random.below(8));
    case 'm':
      return String((3 + random.below(95)) * 100);
    case 'v':
      return scene.place.communityName;
    case 't':
      return scene.place.subdistrictName;
    default:
      return random.pick(floors);
  }
}

/** A title and a body for one request. A repeat tells the same trouble in other words. */
export function speak(category: string, scene: Scene, repeat: boolean, random: Random): { title: string; body: string } {
  const words = spoken.get(category)!;
  const title = fill(random.pick(words.titles), scene, random);
  const sentences = [fill(random.pick(words.facts), scene, random)];
  if (random.chance(0.75)) sentences.push(fill(random.pick(words.details), scene, random));
  const effect = fill(random.pick(effects), scene, random);
  if (effect) sentences.push(effect);
  const before = fill(random.pick(history), scene, random);
  if (before) sentences.push(before);
  sentences.push(fill(random.pick(asks), scene, random));
  const end = random.chance(0.15) ? '！' : '。';
  let body = fill(random.pick(repeat ? repeats : openings), scene, random) + join(sentences, random) + end + fill(random.pick(closings), scene, random);
  if (random.chance(0.07)) {
    const [right, wrong] = random.pick(phrases.typos);
    body = body.replace(right, wrong);
  }
  return { title, body };
}

function join(sentences: readonly string[], random: Random): string {
  let text = sentences[0]!;
  for (let i = 1; i < sentences.length; i++) text += (random.chance(0.7) ? '，' : random.chance(0.8) ? '。' : '；') + sentences[i]!;
  return text;
}

/** What the unit says that it did. */
export function answerTo(category: string, scene: Scene, random: Random): string {
  return fill(random.pick(spoken.get(category)!.answers), scene, random);
}
