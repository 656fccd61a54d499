import { today } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import { findResponsible } from '../rules/find-responsible.ts';

/** Who answers for a category at a place today, from memory. */
export async function whoIsResponsible(ground: Ground, category: string, areaCode: string): Promise<ReturnType<typeof findResponsible>> {
  const [{ list }, directory] = await Promise.all([ground.held.get(), ground.directory.get()]);
  const now = today();
  return findResponsible(list, category, areaCode, (id) => {
    const unit = directory.get(id);
    return unit !== undefined && (unit.dissolvedOn === null || unit.dissolvedOn > now);
  });
}
