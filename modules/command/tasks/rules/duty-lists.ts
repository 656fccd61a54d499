import type { DutyList } from '@gongzhi/contract/tasks';
import { grams } from '@gongzhi/matters';

export interface ListedItem {
  code: string;
  list: DutyList;
  title: string;
  basis: string | null;
}

/** An item of the four lists that a piece of work was held against. */
export interface ListFinding extends ListedItem {
  /** The applicant named it; otherwise its words were found in the application. */
  named: boolean;
  /** Share of the words of the item that stand in the application, 0 to 1. */
  share: number;
}

export interface ListCheck {
  /** The list that decides: `unlisted` where none does. */
  verdict: DutyList | 'unlisted';
  findings: ListFinding[];
}

/** From this share on, the words of an item are said to be found. */
const found = 0.6;
/** From this share on, the words of a forbidden item forbid by themselves. */
const certain = 0.8;
const shown = 5;

/**
 * Holds a piece of work against the four lists of duties. A forbidden item whose words stand in it almost whole decides even where another item
 * was named, so that forbidden work does not come in under another name; else the named item decides, else the best one found.
 */
export function checkLists(text: string, named: string | null, items: readonly ListedItem[]): ListCheck {
  const words = new Set(grams(text));
  const findings = items
    .map((item): ListFinding => {
      const own = grams(item.title);
      const share = own.length === 0 ? 0 : own.filter((gram) => words.has(gram)).length / own.length;
      return { ...item, named: item.code === named, share: Math.round(share * 100) / 100 };
    })
    .filter((finding) => finding.named || finding.share >= found)
    .sort((a, b) => Number(b.named) - Number(a.named) || b.share - a.share || (a.code < b.code ? -1 : 1));
  const forbidden = findings.find((finding) => finding.list === 'forbidden' && (finding.named || finding.share >= certain));
  const deciding = forbidden ?? findings[0];
  return { verdict: deciding?.list ?? 'unlisted', findings: findings.slice(0, shown) };
}
