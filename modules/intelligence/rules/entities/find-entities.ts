import { isCitizenNumber } from './citizen-number.ts';
import { placeNames } from './place-names.ts';

export type EntityKind = 'place' | 'organisation' | 'phone' | 'citizen-number' | 'plate' | 'mail';

/** A name that the district knows: of an area or of an organisation. */
export interface KnownName {
  of: 'area' | 'organisation';
  id: string;
  name: string;
}

export interface FoundEntity {
  kind: EntityKind;
  text: string;
  from: number;
  to: number;
  meant: KnownName | null;
}

const organisation =
  /[\u4e00-\u9fff]{2,12}?(?:有限责任公司|有限公司|分公司|公司|物业|管理局|服务中心|委员会|管委会|居委会|村委会|派出所|公安局|教育局|卫健委|城管局|住建局|街道办|合作社)/g;
const phone = /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?!\d)/g;
const citizen = /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g;
const plate = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][ ·]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g;
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * What stands in a text: the names that the district knows, linked to what they mean, then places and organisations by their form, and numbers that
 * belong to somebody. Nothing overlaps; in the order of the text.
 */
export function findEntities(text: string, known: readonly KnownName[] = []): FoundEntity[] {
  const found: FoundEntity[] = [];
  const add = (kind: EntityKind, from: number, to: number, meant: KnownName | null = null) => {
    if (!found.some((other) => from < other.to && other.from < to)) found.push({ kind, text: text.slice(from, to), from, to, meant });
  };
  const all = (kind: EntityKind, pattern: RegExp, fits: (piece: string) => boolean = () => true) => {
    for (const match of text.matchAll(pattern)) if (fits(match[0])) add(kind, match.index, match.index + match[0].length);
  };
  all('mail', mail);
  all('citizen-number', citizen, isCitizenNumber);
  all('phone', phone);
  all('plate', plate);
  // Longer names first, so that 东湖街道第一社区 is not found as 东湖街道.
  for (const one of [...known].filter(({ name }) => name.length >= 3).sort((a, b) => b.name.length - a.name.length))
    for (let at = text.indexOf(one.name); at >= 0; at = text.indexOf(one.name, at + one.name.length))
      add(one.of === 'area' ? 'place' : 'organisation', at, at + one.name.length, one);
  all('organisation', organisation);
  for (const { from, to } of placeNames(text)) add('place', from, to);
  return found.sort((a, b) => a.from - b.from);
}
