import type { MatterDetail } from '@gongzhi/contract/matters';

/** What the case itself knows of a template's blanks; the names as they stand in braces, in either language. */
export function knownOf(
  matter: Pick<MatterDetail, 'title' | 'number' | 'lead' | 'categoryName' | 'areaName' | 'address'>,
  day: (when: number) => string,
  now: number,
): Record<string, string> {
  const known: Record<string, string | null | undefined> = {
    title: matter.title,
    number: matter.number,
    unit: matter.lead?.name,
    category: matter.categoryName,
    area: matter.areaName,
    address: matter.address,
    today: day(now),
  };
  return Object.fromEntries(Object.entries(known).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

const blank = /\{([^{}\n]{1,30})\}/g;

/** The blanks that nobody has filled yet, in their order, each once. */
export function blanksOf(text: string, known: Readonly<Record<string, string>>): string[] {
  return [...new Set([...text.matchAll(blank)].map(([, name]) => name!))].filter((name) => !(name in known));
}

/** The template with its blanks filled; what is still empty stays in braces, where it is seen. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(blank, (whole, name: string) => values[name]?.trim() || whole);
}
