import { catalogue, type LeadType } from '@gongzhi/cases/catalogue';
import type { AreaRow } from '../areas/area-row.ts';
import { DISTRICT } from '../areas/district.ts';
import { idOf } from '../ids.ts';
import type { OrganisationRow, ResponsibilityRow } from './rows.ts';

/** Who helps whom, by first- or second-level category. */
const helpers: Record<string, readonly LeadType[]> = {
  '0106': ['transport'],
  '0204': ['urban-management'],
  '0302': ['housing'],
  '0501': ['planning'],
  '0502': ['planning', 'housing'],
  '0601': ['housing', 'urban-management'],
  '0602': ['urban-management'],
  '0603': ['ecology', 'market'],
  '0605': ['market'],
  '0606': ['water'],
  '1001': ['housing'],
  '1102': ['health'],
  '1103': ['market'],
  '1206': ['urban-management'],
  '1301': ['urban-management'],
  '1302': ['fire'],
  '1303': ['fire'],
};

/**
 * The responsibility list: one line for the district where a department leads, one line per subdistrict or community where those
 * lead. One subdistrict has promised to be faster with rubbish than the catalogue asks.
 */
export function createResponsibilities(
  areas: readonly AreaRow[],
  organisations: readonly OrganisationRow[],
  seed: number,
): ResponsibilityRow[] {
  const department = new Map(organisations.filter(({ type }) => type === 'department').map((row) => [row.leadType, row.id]));
  const officeAt = new Map(
    organisations
      .filter(({ type }) => type === 'subdistrict-office' || type === 'community-committee')
      .map((row) => [row.areaCode, row.id]),
  );
  const rows: ResponsibilityRow[] = [];
  const add = (row: Omit<ResponsibilityRow, 'id'>) => rows.push({ id: idOf(seed, 'responsibility', rows.length), ...row });
  for (const { code, parent, leadType } of catalogue) {
    if (parent === null) continue;
    const assistOrganisationIds = (helpers[code] ?? []).filter((type) => type !== leadType).map((type) => department.get(type)!);
    if (leadType === 'subdistrict' || leadType === 'community') {
      for (const area of areas.filter(({ level }) => level === leadType)) {
        add({ category: code, areaCode: area.code, leadOrganisationId: officeAt.get(area.code)!, assistOrganisationIds, limit: null });
      }
    } else add({ category: code, areaCode: DISTRICT, leadOrganisationId: department.get(leadType)!, assistOrganisationIds, limit: null });
  }
  const faster = areas.find(({ level }) => level === 'subdistrict')!;
  const bureau = department.get('urban-management')!;
  add({
    category: '0101',
    areaCode: faster.code,
    leadOrganisationId: officeAt.get(faster.code)!,
    assistOrganisationIds: [bureau],
    limit: { amount: 2, unit: 'working-hour' },
  });
  return rows;
}
