import { placeNames } from '../entities/place-names.ts';
import { hashOf } from '../language/text-grams.ts';

/** A phrase that stands for a matter, and the messages that say it. */
export interface Phrase {
  text: string;
  /** Places of the messages in the list. */
  said: number[];
  /** How many of them say it in the title. */
  titled: number;
}

export interface Told {
  title: string;
  text: string;
}

/** What stands at the beginning says what it is about. Characters. */
const beginning = 160;
const longest = 8;
const shortest = 2;
const tableBits = 22;

// Words that every message has and that name no matter.
const hollow =
  /^(?:业主|小区|居民|问题|情况|领导|书记|政府|部门|单位|公司|有限公司|物业|物业公司|管理|有关|相关|解决|处理|影响|严重|生活|时间|时候|老百姓|百姓|群众|市民|地方|孩子|附近|旁边|工作|规定|要求|进行|存在|造成|导致|多次|无法|尽快|何时|为啥|建议|加快|刻不容缓|全覆盖|社区|街道|村民|本村|项目|建设|发展|提升|品质|城市|国家|人民|中国|规划|开发商|楼盘|胡书记|市政府|购买|房子|电话|回复|答复|答案|事情|事项|事宜|期待|重视|关注|加强|力度|推进|支持|办理|申请|投诉|举报|疑问|疑惑|合理|不合理|不作为|维权|权益|涉嫌|至今|长期|经常|何时|什么时候|能否|咨询|反映|关于|希望|希|望|因为|由于|没有|不能|可以|全体|一个|出行|环境|安全隐患|扰民|费用|政策|员工|职工|市民|户|业|主|一直|建|设|拖欠|发放|真实|心声|姓名|认定|生效|岗位|困难|迹象|进展|不合理|强烈|开工|何|时|开|办|理|服务|中心|质量|质量问题|严重质量问题|房屋|不方便|任何|迟迟|能不能|栋|可|周边|职能|正常|重大|无人管|办公室|办事处|上下班|公安局|教育局|公安分局|求|会|交叉口|不公平|深夜|国家大力倡导|具体行动|安全|无人|不便|依然|多年|多次|一年多)+$/;
/** A piece cut out of a longer saying. */
const torn = /^[能可会该每已正栋期号口时条名年月元层户民员]|[不没可能何会该每有已正求一]$/;

/**
 * Phrases of two to eight characters whose parts belong together more than chance would have it, and that can be followed and preceded by different words.
 * What stands inside of a place name is not counted: a place alone names no matter.
 */
export function findPhrases(told: readonly Told[], least: number): Phrase[] {
  const lines = told.map(({ title, text }) => ({ title: pieces(title), text: pieces(text.slice(0, beginning)) }));
  // First counted roughly by hash, so that the many that occur once never become strings in a table.
  const rough = new Uint32Array(1 << tableBits);
  const slot = (piece: string, from: number, to: number) => hashOf(piece, from, to) & (rough.length - 1);
  let total = 0;
  for (const { title, text } of lines)
    for (const piece of [...title, ...text])
      for (let from = 0; from < piece.length; from += 1) {
        total += 1;
        for (let size = 1; size <= longest && from + size <= piece.length; size += 1) {
          const at = slot(piece, from, from + size);
          rough[at] = (rough[at] as number) + 1;
        }
      }
  const found = new Map<string, Phrase & { before: Map<string, number>; after: Map<string, number>; times: number }>();
  for (const [at, { title, text }] of lines.entries()) {
    const inTitle = title.length;
    for (const [index, piece] of [...title, ...text].entries())
      for (let from = 0; from < piece.length; from += 1)
        for (let size = shortest; size <= longest && from + size <= piece.length; size += 1) {
          if ((rough[slot(piece, from, from + size)] as number) < least) break;
          const phrase = piece.slice(from, from + size);
          let known = found.get(phrase);
          if (!known) {
            known = { text: phrase, said: [], titled: 0, before: new Map(), after: new Map(), times: 0 };
            found.set(phrase, known);
          }
          known.times += 1;
          if (known.said.at(-1) !== at) {
            known.said.push(at);
            if (index < inTitle) known.titled += 1;
          }
          const [before, after] = [piece[from - 1] ?? `|${at}`, piece[from + size] ?? `|${at}`];
          known.before.set(before, (known.before.get(before) ?? 0) + 1);
          known.after.set(after, (known.after.get(after) ?? 0) + 1);
        }
  }
  const count = (piece: string, from: number, to: number) => Math.max(1, rough[slot(piece, from, to)] as number);
  return [...found.values()]
    .filter(({ said, text, times, before, after }) => {
      if (said.length < least || hollow.test(text) || torn.test(text)) return false;
      if (Math.min(spread(before), spread(after)) < 0.9) return false;
      let cohesion = Number.POSITIVE_INFINITY;
      for (let cut = 1; cut < text.length; cut += 1)
        cohesion = Math.min(cohesion, Math.log((times * total) / (count(text, 0, cut) * count(text, cut, text.length))));
      return cohesion > 2.5;
    })
    .map(({ text, said, titled }) => ({ text, said, titled }));
}

// Whatever is not Chinese ends a phrase, and so do the small words that tie phrases together.
const boundary =
  /[^\u4e00-\u9fff]+|[的了着过吗呢吧啊呀是在我你他她它这那们和与及或很太都也就还请让把被给对向从到为而但却将并且若如等之其此于以所又再仅只]/;

/** Chinese stretches outside of place names. */
function pieces(text: string): string[] {
  let out = '';
  let at = 0;
  for (const { from, to } of placeNames(text)) {
    if (from < at) continue;
    out += `${text.slice(at, from)} `;
    at = to;
  }
  return (out + text.slice(at))
    .normalize('NFKC')
    .split(boundary)
    .filter((piece) => piece.length >= 2);
}

/** Entropy of what stands beside a phrase: low where it is always the same, so that the phrase is a part of a longer one. */
function spread(beside: ReadonlyMap<string, number>): number {
  const total = [...beside.values()].reduce((sum, one) => sum + one, 0);
  let entropy = 0;
  for (const one of beside.values()) entropy -= (one / total) * Math.log(one / total);
  return entropy;
}
