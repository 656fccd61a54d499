import type { Role } from '@gongzhi/contract/permissions';
import type { GridPlace } from '../areas/area-row.ts';
import type { DemoAccount, OrganisationRow } from './rows.ts';
import type { Staff } from './staff.ts';

const accounts: readonly { username: string; tree: string; role: Role; type: OrganisationRow['type'] }[] = [
  { username: 'dispatcher', tree: 'Yinxing', role: 'dispatcher', type: 'command-centre' },
  { username: 'hotline', tree: 'Guihua', role: 'hotline-operator', type: 'command-centre' },
  { username: 'callback', tree: 'Haitang', role: 'callback-staff', type: 'command-centre' },
  { username: 'supervisor', tree: 'Songbai', role: 'supervisor', type: 'command-centre' },
  { username: 'leader', tree: 'Wutong', role: 'district-leader', type: 'district-government' },
  { username: 'department', tree: 'Fengxiang', role: 'department-handler', type: 'department' },
  { username: 'department-head', tree: 'Yulan', role: 'department-head', type: 'department' },
  { username: 'subdistrict', tree: 'Zijing', role: 'subdistrict-dispatcher', type: 'subdistrict-office' },
  { username: 'subdistrict-handler', tree: 'Lazhu', role: 'subdistrict-handler', type: 'subdistrict-office' },
  { username: 'secretary', tree: 'Xiangzhang', role: 'subdistrict-secretary', type: 'subdistrict-party-working-committee' },
  { username: 'community', tree: 'Chuiliu', role: 'community-secretary', type: 'community-party-committee' },
  { username: 'community-worker', tree: 'Shiliu', role: 'community-worker', type: 'community-committee' },
  { username: 'grid-leader', tree: 'Taohua', role: 'grid-leader', type: 'grid' },
  { username: 'grid-officer', tree: 'Meihua', role: 'grid-officer', type: 'grid' },
  { username: 'editor', tree: 'Mudan', role: 'content-editor', type: 'command-centre' },
  { username: 'system-admin', tree: 'Shuishan', role: 'system-administrator', type: 'command-centre' },
  { username: 'security-admin', tree: 'Tieshu', role: 'security-administrator', type: 'command-centre' },
  { username: 'audit-admin', tree: 'Baiyang', role: 'audit-administrator', type: 'command-centre' },
];

/**
 * One account per role worth trying, all along one chain: the busiest grid, its community, its subdistrict. The passwords are published
 * with the demo and good for nothing else.
 */
export function createAccounts(organisations: readonly OrganisationRow[], staff: Staff, places: readonly GridPlace[]): DemoAccount[] {
  const seated = (place: GridPlace) =>
    organisations.some(
      ({ type, areaCode, id }) =>
        type === 'grid' &&
        areaCode === place.code &&
        staff.actors(id, 'grid-leader').length === 1 &&
        staff.actors(id, 'grid-officer').length === 1,
    );
  const busiest = places
    .filter((place) => !place.rural && seated(place))
    .reduce((best, place) => (place.weight > best.weight ? place : best));
  const chain = [busiest.code, busiest.communityCode, busiest.subdistrictCode, busiest.code.slice(0, 6)];
  return accounts.map(({ username, tree, role, type }, i) => {
    const organisation = organisations.find(
      (row) => row.type === type && chain.includes(row.areaCode) && staff.actors(row.id, role).length > 0,
    )!;
    const password = `${tree}-Shu-${String(11 + i * 7)}`;
    return { username, password, role, organisation: organisation.name.zh, personId: staff.actors(organisation.id, role)[0]!.personId };
  });
}
