import type { Responsibility } from '@gongzhi/contract/organisations';
import type { Ground } from '../context.ts';
import type { StoredResponsibility } from '../store/responsibilities.ts';

/** Lines of the responsibility list with the names of areas and organisations. */
export async function responsibilityAnswers(ground: Ground, rows: readonly StoredResponsibility[]): Promise<Responsibility[]> {
  const [directory, areas] = await Promise.all([ground.directory.get(), ground.territory.directory()]);
  return rows.map((row) => ({
    id: row.id,
    category: row.category,
    areaCode: row.areaCode,
    areaName: areas.name(row.areaCode),
    leadOrganisationId: row.leadOrganisationId,
    leadName: directory.name(row.leadOrganisationId),
    assist: row.assistOrganisationIds.map((id) => ({ id, name: directory.name(id) })),
    limit: row.limit,
  }));
}
