import type { Language } from './language.ts';

/** What the server's schema says of a field, in Chinese: its messages come in English from the schema library. */
const sayings: readonly [RegExp, (...parts: string[]) => string][] = [
  [/received (undefined|null|nothing)/i, () => '必填'],
  [/^Too small: expected string to have >=(\d+) characters?/, (_all, n) => (n === '1' ? '必填' : `至少 ${n} 个字`)],
  [/^Too big: expected string to have <=(\d+) characters?/, (_all, n) => `最多 ${n} 个字`],
  [/^Too small: expected array to have >=(\d+) items?/, (_all, n) => `至少 ${n} 项`],
  [/^Too big: expected array to have <=(\d+) items?/, (_all, n) => `最多 ${n} 项`],
  [/^Too small: expected number to be >=?(-?[\d.]+)/, (_all, n) => `不小于 ${n}`],
  [/^Too big: expected number to be <=?(-?[\d.]+)/, (_all, n) => `不大于 ${n}`],
  [/^Invalid option/, () => '不在可选范围内'],
  [/^Invalid input: expected (number|int)/, () => '应为数字'],
  [/^Invalid|^an? .*such as|^.*, such as/, () => '格式不正确'],
  [/^shorter than (\d+) characters/, (_all, n) => `至少 ${n} 位`],
  [/^longer than (\d+) characters/, (_all, n) => `最多 ${n} 位`],
  [/^fewer than three of/, () => '大写、小写、数字、符号四类中至少要有三类'],
  [/^contains the username/, () => '不能包含用户名'],
  [/^too few different/, () => '重复的字符太多'],
  [/everybody tries first/, () => '这是人人都会先试的密码'],
  [/control characters/, () => '含有不能接受的控制字符'],
  [/not known$/, () => '没有这一项'],
];

/** The reason of a refused field in the reader's language; what cannot be said in it stands as it came, in brackets. */
export function reasonText(reason: string, language: Language): string {
  if (language !== 'zh' || /[\u4e00-\u9fff]/.test(reason)) return reason;
  for (const [pattern, say] of sayings) {
    const found = pattern.exec(reason);
    if (found) return say(...found);
  }
  return `内容不符合要求（${reason}）`;
}
