import { findGroups } from '../duplicates/find-groups.ts';
import { placeNames } from '../entities/place-names.ts';
import { findPhrases, type Phrase, type Told } from './phrases.ts';
import { judgeCount, type Surprise } from './surprise.ts';

export interface TopicMessage extends Told {
  id: string;
  at: Date | null;
  likes: number;
  /** Name of the place, where it is known beside the text. */
  place?: string | null;
}

export interface Topic {
  /** The phrase that stands for it. */
  label: string;
  /** Other phrases of the same messages. */
  words: string[];
  ids: string[];
  count: number;
  likes: number;
  /** The place that most of its messages name, and the share of them; null where no place stands out. */
  place: { name: string; share: number } | null;
  /** Messages by month, as 2026-03, the earliest first. */
  trend: { month: string; count: number }[];
  /** The latest period against its own past. */
  now: Surprise;
  /** The month that surprises most against the months before it; null where there is no past. */
  peak: (Surprise & { month: string }) | null;
}

export interface TopicOptions {
  /** Fewer messages make no topic. */
  least?: number;
  /** Days of the latest period. */
  days?: number;
  /** End of the latest period; the latest message unless told. */
  until?: Date;
  most?: number;
}

const day = 86_400_000;

interface Grouped {
  phrases: Phrase[];
  said: number[];
}

/** Groups messages by what they are about. A place never makes a topic, it only tells where one lies. The largest first. */
export function findTopics(messages: readonly TopicMessage[], options: TopicOptions = {}): Topic[] {
  const { least = 3, most = 200 } = options;
  if (messages.length === 0) return [];
  const phrases = findPhrases(messages, Math.min(least, 2));
  const taken = new Set<number>();
  const topics = [...sameMatter(messages, phrases, least, taken), ...sameWords(messages, phrases, least, taken)];
  const end = options.until ?? new Date(Math.max(0, ...messages.map(({ at }) => at?.getTime() ?? 0)));
  const start = Math.min(end.getTime(), ...messages.map(({ at }) => at?.getTime() ?? end.getTime()));
  return topics
    .map((topic) => describe(topic, messages, { start, end: end.getTime(), days: options.days ?? 30 }))
    .sort((a, b) => b.count - a.count || b.likes - a.likes || (a.label < b.label ? -1 : 1))
    .slice(0, most);
}

/** Messages that tell of one matter at one place, as the search for duplicates finds them, only less strictly. */
function sameMatter(messages: readonly TopicMessage[], phrases: readonly Phrase[], least: number, taken: Set<number>): Grouped[] {
  const place = new Map(messages.map(({ id }, at) => [id, at]));
  return findGroups(messages, { threshold: 0.4 })
    .filter(({ ids }) => ids.length >= least)
    .flatMap(({ ids }) => {
      const said = ids.map((id) => place.get(id) as number);
      const inside = new Set(said);
      // What its messages say and the others do not.
      const own = phrases
        .map((phrase) => ({ phrase, here: phrase.said.filter((at) => inside.has(at)).length }))
        .filter(({ phrase, here }) => here >= Math.max(2, said.length * 0.34) && phrase.text.length >= 3)
        .map(({ phrase, here }) => ({
          phrase,
          worth: (here / said.length) * Math.log2(phrase.text.length) * (here / phrase.said.length + 0.3),
        }))
        .sort((a, b) => b.worth - a.worth || (a.phrase.text < b.phrase.text ? -1 : 1));
      // Nothing but the place in common: no topic.
      if (own.length === 0) return [];
      for (const at of said) taken.add(at);
      return [{ phrases: own.slice(0, 12).map(({ phrase }) => phrase), said }];
    });
}

/** Messages of many places that say the same phrase: buses that do not come, meters that run too fast. */
function sameWords(messages: readonly TopicMessage[], phrases: readonly Phrase[], least: number, taken: Set<number>): Grouped[] {
  const widest = Math.max(least * 3, messages.length * 0.025);
  const topics: Grouped[] = [];
  const homeOf = new Map<number, Grouped>();
  const ranked = phrases
    .filter(({ said, text, titled }) => said.length <= widest && text.length > 2 && titled >= 2)
    .map((phrase) => ({ ...phrase, worth: (phrase.titled * 2 + phrase.said.length) * Math.log2(phrase.text.length) }))
    .sort((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1));
  for (const phrase of ranked) {
    const free = phrase.said.filter((at) => !taken.has(at));
    const homes = new Map<Grouped, number>();
    for (const at of phrase.said) {
      const home = homeOf.get(at);
      if (home) homes.set(home, (homes.get(home) ?? 0) + 1);
    }
    const [home] = [...homes].sort(([, x], [, y]) => y - x)[0] ?? [];
    // Mostly said where another phrase is said: the same topic in other words.
    const same = home && (homes.get(home) as number) >= phrase.said.length * 0.6;
    if (!same && (free.length < least || free.length < phrase.said.length * 0.5)) continue;
    const topic: Grouped = same ? home : { phrases: [], said: [] };
    if (!same) topics.push(topic);
    topic.phrases.push(phrase);
    for (const at of free) {
      taken.add(at);
      homeOf.set(at, topic);
      topic.said.push(at);
    }
  }
  return topics;
}

function describe(
  topic: Grouped,
  messages: readonly TopicMessage[],
  { start, end, days }: { start: number; end: number; days: number },
): Topic {
  const own = [...topic.said].sort((a, b) => a - b).map((at) => messages[at] as TopicMessage);
  const label = labelOf(topic.phrases);
  const length = days * day;
  const recent = own.filter(({ at }) => at && at.getTime() > end - length && at.getTime() <= end).length;
  const past = own.filter(({ at }) => at && at.getTime() <= end - length).length;
  const months = new Map<string, number>();
  for (const { at } of own) if (at) months.set(monthOf(at), (months.get(monthOf(at)) ?? 0) + 1);
  const trend = [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count }));
  return {
    label,
    words: topic.phrases
      .map(({ text }) => text)
      .filter((text) => text !== label && !label.includes(text))
      .slice(0, 6),
    ids: own.map(({ id }) => id),
    count: own.length,
    likes: own.reduce((sum, { likes }) => sum + likes, 0),
    place: placeOf(own),
    trend,
    now: judgeCount(recent, past, Math.max(0, Math.floor((end - length - start) / length))),
    peak: peakOf(trend, monthOf(new Date(start))),
  };
}

/** The longest phrase that still stands for most of the topic reads best. */
function labelOf(phrases: readonly Phrase[]): string {
  const [first] = phrases as [Phrase];
  const longer = phrases
    .filter(({ text, said }) => text.length > first.text.length && text.includes(first.text) && said.length >= first.said.length * 0.34)
    .sort((a, b) => b.text.length - a.text.length)[0];
  return (longer ?? first).text;
}

const monthOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

function peakOf(trend: readonly { month: string; count: number }[], first: string): Topic['peak'] {
  let best: Topic['peak'] = null;
  let past = 0;
  for (const { month, count } of trend) {
    const periods = monthNumber(month) - monthNumber(first);
    const found = judgeCount(count, past, periods);
    if (periods > 0 && (best === null || found.surprise > best.surprise)) best = { ...found, month };
    past += count;
  }
  return best;
}

function placeOf(own: readonly TopicMessage[]): Topic['place'] {
  const named = new Map<string, number>();
  for (const { title, text, place } of own) {
    const names = new Set([...(place ? [place] : []), ...placeNames(`${title} ${text.slice(0, 200)}`).map((one) => one.text)]);
    for (const name of names) if (!/^[A-Za-z]?市$|省$/.test(name)) named.set(name, (named.get(name) ?? 0) + 1);
  }
  const [name, count] = [...named].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))[0] ?? [];
  if (name === undefined || count === undefined || count < Math.max(2, own.length * 0.25)) return null;
  return { name, share: Math.round((count / own.length) * 100) / 100 };
}
