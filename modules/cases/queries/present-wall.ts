import type { WallCase } from '@gongzhi/contract/cases';
import type { PublicRow, PublicWanted } from '@gongzhi/matters';
import type { CategoryDirectory } from '@gongzhi/organisations';
import type { CasesCore } from '../cases.ts';
import type { CaseDetails } from '../rules/case-details.ts';
import { looksPersonal, mark, redact } from '../rules/redact.ts';
import { exactCategories, wallRuleOf } from '../rules/wall-rule.ts';
import { selectEchoes } from '../store/likes.ts';

const communityDigits = 12;

/** What every question about the walls begins with: published cases that are open, or ended with a result. */
export async function wallWanted(core: Pick<CasesCore, 'organisations'>): Promise<PublicWanted> {
  return { kind: 'case', shown: ['closed', 'archived'], exact: exactCategories(await core.organisations.categories()) };
}

const mostKept = 5000;
const kept = new Map<string, string | null>();

/**
 * Words as the public reads them: redacted, and not at all where something personal may have survived. The same words are read many
 * times, so the last ones are kept: redacting a page of long texts takes tens of milliseconds.
 */
export function publicWords(text: string | null | undefined): string | null {
  if (!text) return null;
  const known = kept.get(text);
  if (known !== undefined) return known;
  const redacted = redact(text);
  const words = looksPersonal(redacted) ? null : redacted;
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
  kept.set(text, words);
  return words;
}

/** Whether the words of a case, not only its title, may be read by all. */
export const wordsOpen = (categories: Pick<CategoryDirectory, 'get'>, row: Pick<PublicRow, 'category' | 'body'>) =>
  row.body !== null || wallRuleOf(categories, row.category).redact === 'redacted-text';

/** Published rows as they stand on the walls: the published title and text, never the reporter, the address or the grid. */
export async function presentWall<Row extends PublicRow>(
  core: Pick<CasesCore, 'territory' | 'organisations' | 'database'>,
  rows: readonly Row[],
): Promise<WallCase[]> {
  const [areas, organisations, categories, echoes] = await Promise.all([
    core.territory.directory(),
    core.organisations.directory(),
    core.organisations.categories(),
    rows.length > 0
      ? selectEchoes(
          core.database,
          rows.map((row) => row.id),
        )
      : new Map<string, { likes: number; comments: number }>(),
  ]);
  return rows.map((row) => {
    const details = row.details as CaseDetails;
    const open = wordsOpen(categories, row);
    const echo = echoes.get(row.id);
    const areaCode = row.areaCode.slice(0, communityDigits);
    return {
      number: row.number,
      // A person may have written the public words: they are held to the same rule.
      title: publicWords(row.title) ?? mark,
      body: publicWords(row.body),
      category: row.category,
      categoryName: row.category === null ? null : categories.name(row.category),
      areaCode,
      areaName: areas.name(areaCode),
      location:
        row.longitude === null || row.latitude === null ? null : { longitude: degrees(row.longitude), latitude: degrees(row.latitude) },
      state: row.state,
      owner: row.leadId === null ? null : organisations.name(row.leadId),
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
      result: row.closedAt !== null && open ? publicWords(details.reply ?? details.result) : null,
      measure: open ? publicWords(details.measure) : null,
      outcome: row.outcome,
      comments: echo?.comments ?? 0,
      likes: (echo?.likes ?? 0) + (details.likes ?? 0),
      satisfaction: row.satisfaction === null ? null : Math.round(row.satisfaction * 10) / 10,
      photos: row.photos.map(({ id, stage }) => ({ stage, url: `/api/files/${id}` })),
    };
  });
}

/** Six digits are a tenth of a metre; more is the noise of floating numbers. */
const degrees = (value: number) => Math.round(value * 1_000_000) / 1_000_000;
