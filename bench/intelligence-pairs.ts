import { type Message, placeNames, type Report, seeded } from '@gongzhi/intelligence/text';

/** Two reports and whether they tell of the same matter, known from how they were made. */
export interface LabelledPair {
  a: Report;
  b: Report;
  same: boolean;
  how: 'repeat' | 'reworded' | 'halves' | 'same-place-other-matter' | 'same-words-other-place' | 'unrelated';
}

// Words that people use for each other in requests.
const alike: readonly (readonly [string, string])[] = [
  ['反映', '投诉'],
  ['严重', '很厉害'],
  ['扰民', '影响居民休息'],
  ['居民', '住户'],
  ['小孩', '孩子'],
  ['领导', '负责同志'],
  ['希望', '盼望'],
  ['尽快', '早日'],
  ['解决', '处理'],
  ['附近', '旁边'],
  ['噪音', '噪声'],
  ['问题', '情况'],
  ['没有', '未'],
  ['导致', '造成'],
  ['多次', '好几回'],
  ['政府', '有关部门'],
  ['无人管理', '没人管'],
  ['为什么', '为何'],
  ['晚上', '夜间'],
  ['车辆', '汽车'],
  ['道路', '马路'],
  ['收费', '收钱'],
  ['物业', '物业公司'],
];
const openings = ['您好，', '尊敬的领导：', '再次反映，', '我们小区居民联名反映：', ''];
const closings = ['请尽快处理。', '谢谢。', '盼回复！', '请有关部门重视。', ''];

/**
 * Labelled pairs derived from messages: repeats, messages in other words, the two halves of one message, another matter put to the same place, the
 * same words put to another place, and pairs with nothing in common. The messages themselves stay where they are.
 */
export function derivePairs(messages: readonly Message[], seed = 7, each = 250): LabelledPair[] {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const usable = messages.filter(({ title, text }) => title.length >= 6 && text.length >= 60);
  const placed = usable.flatMap((message) => {
    // Where a title names one place only, the whole matter can be moved to another.
    const [place, more] = placeNames(message.title).filter(({ text }) => !/^[A-Z]\d*[市区县]$|省$/.test(text));
    return place && !more && place.text.length >= 3 ? [{ message, place: place.text }] : [];
  });
  const later = (at: Date | null) => new Date((at?.getTime() ?? 0) + random() * 60 * 86_400_000);
  const report = (message: Message, more: Partial<Report> = {}): Report => ({
    id: message.id,
    title: message.title,
    text: message.text,
    at: message.at,
    ...more,
  });
  const reword = (text: string) => alike.reduce((said, [from, to]) => (random() < 0.8 ? said.replaceAll(from, to) : said), text);
  const sentences = (text: string) => text.split(/(?<=[。！？!?；;，,])/).filter((one) => one.trim() !== '');
  const pairs: LabelledPair[] = [];
  const add = (how: LabelledPair['how'], same: boolean, a: Report, b: Report) =>
    pairs.push({ a, b: { ...b, id: `${b.id}-${how}` }, same, how });
  for (let i = 0; i < each; i += 1) {
    const one = pick(usable);
    const at = later(one.at);
    add(
      'repeat',
      true,
      report(one),
      report(one, { title: pick(openings) + one.title, text: pick(openings) + one.text + pick(closings), at }),
    );
    const two = pick(usable);
    const kept = sentences(two.text).filter(() => random() < 0.65);
    const mixed = kept
      .map((text) => [random(), text] as const)
      .sort(([x], [y]) => x - y)
      .map(([, text]) => text);
    add(
      'reworded',
      true,
      report(two),
      report(two, {
        title: random() < 0.5 ? reword(two.title) : (kept[0] ?? two.title).slice(0, 24),
        text: pick(openings) + reword(mixed.join('')),
        at: later(two.at),
      }),
    );
    const three = pick(placed);
    const parts = sentences(three.message.text);
    const middle = Math.ceil(parts.length / 2);
    add(
      'halves',
      true,
      report(three.message, { text: parts.slice(0, middle).join('') }),
      report(three.message, {
        // Another caller finds another headline: the place and the first words of the second half.
        title: random() < 0.6 ? `${three.place}${reword(parts[middle] ?? '').slice(0, 18)}` : reword(three.message.title),
        text: `${three.place}，${reword(parts.slice(middle).join(''))}`,
        at: later(three.message.at),
      }),
    );
    const [four, five] = [pick(placed), pick(placed)];
    if (four.message.id !== five.message.id && four.place !== five.place) {
      const move = (text: string) => text.replaceAll(four.place, five.place);
      add(
        'same-place-other-matter',
        false,
        report(five.message),
        report(four.message, { title: move(four.message.title), text: move(four.message.text), at: later(five.message.at) }),
      );
      add(
        'same-words-other-place',
        false,
        report(four.message),
        report(four.message, {
          title: move(four.message.title),
          text: reword(
            sentences(move(four.message.text))
              .filter(() => random() < 0.6)
              .join(''),
          ),
          at: later(four.message.at),
        }),
      );
    }
    const [six, seven] = [pick(usable), pick(usable)];
    if (six.id !== seven.id && six.title !== seven.title) add('unrelated', false, report(six), report(seven));
  }
  return pairs;
}
