import type { Language } from '../../kit/language.ts';
import { reasonText } from '../../kit/reason-text.ts';

// The server's reports hold both languages in one text, Chinese first: “没有这一天 no such day in the calendar”.
const both = /^(.*[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef”）])\s+([A-Za-z“][^\u4e00-\u9fff]*)$/s;

const sayings: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^stands in row (\d+) already/, (_all, row) => `与第 ${row} 行重复`],
  [/^your posts do not reach the area (\d+)/, (_all, code) => `您的岗位管不到区域 ${code}`],
  [/^this day is still to come/, () => '这一天还没有到'],
  [/^the current version began on (\S+)/, (_all, day) => `现行边界自 ${day} 起，不能更早`],
  [/^an earlier area held until (\S+)/, (_all, day) => `更早的同代码区域到 ${day} 才结束`],
  [/^no such type; accepted: (.*)$/s, (_all, types) => `没有这个类型，可用：${types}`],
  [/^a name is needed/, () => '缺少名称'],
  [/^an area is needed/, () => '缺少区域，可填代码或名称'],
  [/^no organisation has this code or name/, () => '文件和系统中都没有这个代码或名称的单位'],
  [/^(\d+) organisations have this name/, (_all, count) => `有 ${count} 个单位叫这个名称，请填代码`],
  [/^it would stand below itself/, () => '不能隶属于自己或自己的下级'],
  [/^a unified social credit code has (\d+) characters, not (\d+)/, (_all, due, is) => `统一社会信用代码应有 ${due} 位，这里是 ${is} 位`],
  [/^character (\d+) is none of GB 32100/, (_all, at) => `第 ${at} 个字符不在 GB 32100 允许的字符内`],
  [/^the check character does not fit(?:; accepted: (\S+))?/, (_all, code) => `校验码不符${code ? `，应为 ${code}` : ''}`],
  [/^changed: (.*)$/, (_all, fields) => `与已有内容不同：${fields}`],
];

/** The reader's side of a reason told in both languages; one told in English alone is looked up. */
export function reasonWords(reason: string, language: Language): string {
  const sides = both.exec(reason);
  if (sides) return language === 'zh' ? sides[1]! : sides[2]!;
  for (const [pattern, say] of language === 'zh' ? sayings : []) {
    const found = pattern.exec(reason);
    if (found) return say(...found);
  }
  return reasonText(reason, language);
}
