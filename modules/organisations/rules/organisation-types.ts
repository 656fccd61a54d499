import { organisationTypes } from '@gongzhi/contract/organisations';
import type { OrganisationKind } from '../organisations.ts';

/** How tables in Chinese name the types; the first is the usual one. */
const names: Record<OrganisationKind, readonly string[]> = {
  'district-government': ['区政府', '区县政府'],
  'district-party-committee': ['区委', '区县委'],
  'command-centre': ['指挥中心', '社会治理中心'],
  department: ['部门', '区直部门', '职能部门'],
  'subdistrict-office': ['街道办事处', '镇政府', '乡政府'],
  'subdistrict-party-working-committee': ['街道党工委', '镇党委', '乡党委'],
  'community-committee': ['居委会', '社区居委会', '村委会'],
  'community-party-committee': ['社区党委', '社区党组织', '村党支部'],
  grid: ['网格'],
  'party-branch': ['党支部', '网格党支部'],
  'property-company': ['物业公司', '物业服务企业'],
  'member-unit': ['报到单位', '驻区单位'],
  enterprise: ['企业'],
  'social-organisation': ['社会组织'],
  'volunteer-team': ['志愿服务队', '志愿队'],
  other: ['其他'],
};

const byName = new Map<string, OrganisationKind>(
  organisationTypes.flatMap((type) => [type, ...names[type]].map((name): [string, OrganisationKind] => [name, type])),
);

/** The type that an identifier or a usual Chinese name stands for. */
export function typeNamed(text: string): OrganisationKind | undefined {
  return byName.get(text.trim());
}

/** What an import accepts as a type. */
export const typeNames = organisationTypes.map((type) => `${names[type][0]} (${type})`).join('、');
