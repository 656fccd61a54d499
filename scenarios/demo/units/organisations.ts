import type { AreaRow } from '../areas/area-row.ts';
import { DISTRICT } from '../areas/district.ts';
import { districtName } from '../areas/place-names.ts';
import { idOf } from '../ids.ts';
import type { Random } from '../random.ts';
import { creditCodeOf, type Register } from './credit-code.ts';
import { departments } from './departments.ts';
import type { OrganisationRow } from './rows.ts';
import { memberUnitName, propertyCompanyNames } from './unit-names.ts';

const MEMBER_UNITS = 328;
const PROPERTY_COMPANIES = 43;
const GRID_BRANCHES = 63;

/** The tree of organisations that stands on the areas; parents come before children. */
export function createOrganisationRows(areas: readonly AreaRow[], random: Random, seed: number): OrganisationRow[] {
  const rows: OrganisationRow[] = [];
  const add = (
    type: OrganisationRow['type'],
    name: OrganisationRow['name'],
    areaCode: string,
    parentId: string | null,
    more: { shortName?: string; leadType?: OrganisationRow['leadType']; register?: Register } = {},
  ) => {
    const index = rows.length;
    const code = more.register ? creditCodeOf(more.register, DISTRICT, 10_000 + index * 37) : null;
    const id = idOf(seed, 'organisation', index);
    rows.push({ id, code, name, shortName: more.shortName ?? name.zh, type, areaCode, parentId, leadType: more.leadType ?? null });
    return id;
  };
  const government = add('district-government', { zh: `${districtName}人民政府`, en: 'Minghu District Government' }, DISTRICT, null, {
    shortName: '区政府',
    register: '11',
  });
  const committee = add(
    'district-party-committee',
    { zh: `中共${districtName}委员会`, en: 'Party Committee of Minghu District' },
    DISTRICT,
    null,
    { shortName: '区委', register: '11' },
  );
  add('command-centre', { zh: `${districtName}城市运行与共治指挥中心`, en: 'Command Centre of Minghu District' }, DISTRICT, government, {
    shortName: '区指挥中心',
    register: '12',
  });
  for (const { zh, en, short, leadType, party } of departments) {
    const name = { zh: `${districtName}${zh}`.replace(`${districtName}委`, `中共${districtName}委`), en };
    add('department', name, DISTRICT, party ? committee : government, { shortName: short, leadType: leadType ?? null, register: '11' });
  }
  const at = new Map<string, { office: string; party: string }>();
  for (const { code, name, level, type, parentCode } of areas) {
    if (level === 'subdistrict') {
      const body = type === 'town' ? '人民政府' : '办事处';
      const office = add('subdistrict-office', { zh: `${districtName}${name}${body}` }, code, government, {
        shortName: `${name}${body}`,
        leadType: 'subdistrict',
        register: '11',
      });
      const wing = type === 'town' ? '委员会' : '工作委员会';
      const party = add('subdistrict-party-working-committee', { zh: `中共${name}${wing}` }, code, committee, {
        shortName: `${name}党${type === 'town' ? '委' : '工委'}`,
        register: '11',
      });
      at.set(code, { office, party });
    } else if (level === 'community') {
      const above = at.get(parentCode!)!;
      const [body, wing] = type === 'village' ? ['村民委员会', '总支部委员会'] : ['居民委员会', '委员会'];
      const short = name.replace(/社区$|村$/, type === 'village' ? '村委会' : '社区居委会');
      const office = add(
        'community-committee',
        { zh: type === 'village' ? name.replace(/村$/, body!) : `${name}${body}` },
        code,
        above.office,
        { shortName: short, leadType: 'community', register: '55' },
      );
      const party = add('community-party-committee', { zh: `中共${name}${wing}` }, code, above.party, { shortName: `${name}党委` });
      at.set(code, { office, party });
    }
  }
  const grids = areas.filter(({ level }) => level === 'grid');
  for (const { code, name, parentCode } of grids) add('grid', { zh: name }, code, at.get(parentCode!)!.office);
  for (const { code, name, parentCode } of spread(grids, GRID_BRANCHES)) {
    add('party-branch', { zh: `中共${name}支部委员会` }, code, at.get(parentCode!)!.party, { shortName: `${name}党支部` });
  }
  const subdistricts = areas.filter(({ level }) => level === 'subdistrict');
  for (const [i, name] of propertyCompanyNames(PROPERTY_COMPANIES).entries()) {
    add('property-company', { zh: name }, subdistricts[i % subdistricts.length]!.code, null, {
      shortName: name.replace(/(服务|管理)?有限公司$/, ''),
      register: '91',
    });
  }
  addMemberUnits(areas, random, add);
  return rows;
}

type Add = (
  type: OrganisationRow['type'],
  name: OrganisationRow['name'],
  areaCode: string,
  parentId: string | null,
  more?: { register?: Register },
) => string;

function addMemberUnits(areas: readonly AreaRow[], random: Random, add: Add): void {
  const communities = areas.filter(({ level }) => level === 'community');
  const used = new Set<string>();
  for (let made = 0, i = 0; made < MEMBER_UNITS; i++) {
    const community = communities[(i * 31 + random.below(3)) % communities.length]!;
    const { name, register } = memberUnitName(i, community.name.replace(/社区$|村$/, ''), districtName);
    if (used.has(name)) continue;
    used.add(name);
    made++;
    add('member-unit', { zh: name }, community.code, null, { register });
  }
}

/** `count` of the items, evenly over the list. */
function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);
}
