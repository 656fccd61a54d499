import type { Bilingual } from '@gongzhi/contract/primitives';
import type { TaskField } from '@gongzhi/contract/tasks';

/** Something the product knows of every community, so that nobody needs to be asked for it. */
export interface HeldSource {
  key: string;
  name: Bilingual;
  /** What forms call it, in the words of `plainLabel`. */
  words: readonly string[];
}

export const heldSources: readonly HeldSource[] = [
  {
    key: 'community-name',
    name: { zh: '社区名称', en: 'Name of the community' },
    words: ['社区名称', '社区', '所属社区', '所在社区', '村社区', '填报社区'],
  },
  {
    key: 'community-code',
    name: { zh: '社区区划代码', en: 'Code of the community' },
    words: ['社区代码', '区划代码', '社区编码', '统计用区划代码', '行政区划代码'],
  },
  { key: 'subdistrict-name', name: { zh: '所属街道', en: 'Subdistrict' }, words: ['街道', '所属街道', '街道名称', '所在街道', '镇街'] },
  { key: 'grids', name: { zh: '网格数', en: 'Number of grids' }, words: ['网格数', '网格个数', '网格数量', '辖区网格数', '网格总数'] },
  { key: 'units', name: { zh: '辖区单位数', en: 'Units in the community' }, words: ['单位数', '辖区单位数', '驻区单位数', '辖区单位数量'] },
  {
    key: 'committee',
    name: { zh: '居委会名称', en: 'Residents’ committee' },
    words: ['居委会', '居委会名称', '居民委员会名称', '单位名称', '填报单位'],
  },
  {
    key: 'secretary',
    name: { zh: '社区书记', en: 'Secretary of the community' },
    words: ['社区书记', '书记姓名', '社区负责人', '负责人', '主要负责人'],
  },
  {
    key: 'staff',
    name: { zh: '在岗工作人员数', en: 'Staff in post' },
    words: ['工作人员数', '社区工作者人数', '在岗人数', '社工人数', '工作人员总数'],
  },
];

/** How one field of a form is answered by what is held. */
export interface HeldField {
  key: string;
  label: string;
  /** A source of `heldSources`, or `earlier` for what the same community answered before under the same label. */
  source: string;
  /** The words that matched. */
  word: string;
}

/** A label without what does not change its meaning: brackets with units, numbering, punctuation, spaces, "the number of" written twice. */
export function plainLabel(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[(（[【][^)）\]】]*[)）\]】]/g, '')
    .replace(/^[\s\d.、一二三四五六七八九十]+[.、]/, '')
    .replace(/[\s:：*·，,。;；"“”'’‘/-]/g, '')
    .toLowerCase();
}

/**
 * Which fields of a form are answered by data held. Matching is by the whole plain label, never by a part of it: a figure filled in for a
 * question that was not asked would be worse than a question asked twice.
 */
export function heldFields(fields: readonly TaskField[], earlier: ReadonlySet<string> = new Set()): HeldField[] {
  return fields.flatMap((field): HeldField[] => {
    const plain = plainLabel(field.label);
    const source = heldSources.find((one) => one.words.includes(plain));
    if (source) return [{ key: field.key, label: field.label, source: source.key, word: plain }];
    return earlier.has(plain) ? [{ key: field.key, label: field.label, source: 'earlier', word: plain }] : [];
  });
}

/** Whether every question of a form is answered: then there is nothing to ask, and the form is refused. */
export function answeredWhole(fields: readonly TaskField[], held: readonly HeldField[]): boolean {
  return fields.length > 0 && held.length === fields.length;
}

/** A value held fits a field only where it is of its type: a name is no number. */
export function fits(field: TaskField, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (field.type === 'whole') return Number.isSafeInteger(value);
  if (field.type === 'number') return typeof value === 'number';
  if (field.type === 'yes-no') return typeof value === 'boolean';
  if (field.type === 'choice') return typeof value === 'string' && field.options.includes(value);
  return typeof value === 'string';
}
