import type { GridPlace } from '../areas/area-row.ts';
import { kindergartenNames } from '../areas/place-names.ts';
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

/** What the slots of a text are filled with: one case, one set. */
export interface Scene {
  compound: string;
  building: string;
  road: string;
  number: number;
  shop: string;
  school: string;
  /** Between 0 and 1: which of the troubles of a category it is. Neighbours who repeat a case share it. */
  theme: number;
  place: GridPlace;
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
const openings = {
  hotline: cutAll(phrases.openings.hotline),
  resident: cutAll(phrases.openings.resident),
  patrol: cutAll(phrases.openings.patrol),
  visit: cutAll(phrases.openings.visit),
  other: cutAll(phrases.openings.other),
};
const [effects, history, asks] = [cutAll(phrases.effects), cutAll(phrases.history), cutAll(phrases.asks)];
const [closings, repeats] = [cutAll(phrases.closings), cutAll(phrases.repeats)];

/** Codes that can be spoken about. */
export const spokenCodes: ReadonlySet<string> = new Set(spoken.keys());

const durations = ['好几天', '一个多星期', '十来天', '半个多月', '快一个月', '一个多月', '快两个月', '三个月', '大半年'];
const moments = ['前天', '昨天', '上周', '上周三', '上周五', '上周末', '三天前', '半个月前', '上个月', '两个月前', '去年年底', '这个月初'];
const times = ['早上七点', '早上八点多', '上午十点', '中午', '下午三点', '下午五点', '傍晚六点', '晚上七点', '晚上八点多'];
const lateTimes = ['晚上十点多', '夜里十一点', '半夜十二点', '凌晨一点', '凌晨两三点', '深夜'];
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
      return scene.shop;
    case 'd':
      return random.pick(durations);
    case 'w':
      return random.pick(moments);
    case 'h':
      return random.pick(times);
    case 'e':
      return random.pick(lateTimes);
    case 'k':
      return scene.school;
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

/** Whether officers come upon it in the street by themselves. */
export function seenOnPatrol(category: string): boolean {
  return /^(01|02|05|13|0606|0607|0701|0703|0705)/.test(category);
}

/** A title and a body for one request. A repeat tells the same trouble in other words. */
export function speak(category: string, scene: Scene, channel: string, repeat: boolean, random: Random): { title: string; body: string } {
  const words = spoken.get(category)!;
  const theme = Math.floor(scene.theme * words.facts.length);
  const title = fill(words.titles[theme]!, scene, random);
  const sentences = [fill(words.facts[theme]!, scene, random)];
  const add = (texts: Template[]) => {
    const text = fill(random.pick(texts), scene, random);
    if (text) sentences.push(text);
  };
  if (random.chance(0.75)) add(words.details);
  // An officer reports what is there, and where, and no more.
  if (channel === 'grid') {
    const begin = fill(random.pick(seenOnPatrol(category) ? openings.patrol : openings.visit), scene, random);
    return { title, body: `${begin}${join(sentences, random)}。地点：${scene.road}${scene.number}号${scene.compound}。` };
  }
  add(effects);
  add(history);
  add(asks);
  const begin = repeat ? repeats : (openings[channel as 'hotline'] ?? openings.other);
  const end = random.chance(0.15) ? '！' : '。';
  let body = fill(random.pick(begin), scene, random) + join(sentences, random) + end;
  // Who has not yet said where it is, says so at the end.
  if (!body.includes(scene.compound) && !body.includes(scene.road)) body += `地址在${scene.compound}${scene.building}。`;
  body += fill(random.pick(closings), scene, random);
  return { title, body: random.chance(0.07) ? withSlip(body, random) : body };
}

function withSlip(body: string, random: Random): string {
  const [right, wrong] = random.pick(phrases.typos);
  return body.replace(right, wrong);
}

function join(sentences: readonly string[], random: Random): string {
  let text = sentences[0]!;
  for (let i = 1; i < sentences.length; i++) text += (random.chance(0.7) ? '，' : random.chance(0.8) ? '。' : '；') + sentences[i]!;
  return text;
}

/** What the unit says that it did. */
export function answerTo(category: string, scene: Scene, random: Random): string {
  if (random.chance(0.4)) return random.pick(phrases.remarks.handled);
  return fill(random.pick(spoken.get(category)!.answers), scene, random);
}
