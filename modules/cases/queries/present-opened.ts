import type { Opened } from '@gongzhi/contract/cases';
import type { OpenedMatter } from '@gongzhi/matters';
import type { CasesCore } from '../cases.ts';

/** A newly recorded case as it crosses the wire. */
export async function presentOpened(core: Pick<CasesCore, 'territory'>, opened: OpenedMatter, category: string | null): Promise<Opened> {
  return {
    number: opened.number,
    id: opened.id,
    state: opened.state,
    areaCode: opened.areaCode,
    areaName: (await core.territory.directory()).name(opened.areaCode),
    category,
    dueAt: opened.dueAt?.toISOString() ?? null,
    openedAt: opened.openedAt.toISOString(),
    version: opened.version,
  };
}
