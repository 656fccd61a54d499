import type { LeadType } from '@gongzhi/cases/catalogue';
import type { Role } from '@gongzhi/contract/permissions';
import type { Bilingual, Limit } from '@gongzhi/contract/primitives';

export interface OrganisationRow {
  id: string;
  /** Valid in form (GB 32100), under a district number that does not exist; null for grids and party branches, which have none. */
  code: string | null;
  name: Bilingual;
  shortName: string;
  type:
    | 'district-government'
    | 'district-party-committee'
    | 'command-centre'
    | 'department'
    | 'subdistrict-office'
    | 'subdistrict-party-working-committee'
    | 'community-committee'
    | 'community-party-committee'
    | 'grid'
    | 'party-branch'
    | 'property-company'
    | 'member-unit';
  areaCode: string;
  parentId: string | null;
  /** What it leads on in the catalogue of requests. */
  leadType: LeadType | null;
}

export interface PersonRow {
  id: string;
  name: string;
  phone: string;
}

export interface PostRow {
  id: string;
  organisationId: string;
  template: string;
  title: string;
  role: Role;
  termYears: number | null;
}

/** Days `YYYY-MM-DD`: the first in the post and the first no longer in it. */
export interface TenureRow {
  id: string;
  postId: string;
  personId: string;
  from: string;
  to: string | null;
}

export interface ResponsibilityRow {
  id: string;
  category: string;
  areaCode: string;
  leadOrganisationId: string;
  assistOrganisationIds: string[];
  /** In place of the limit of the category. */
  limit: Limit | null;
}

export interface DemoAccount {
  username: string;
  password: string;
  role: Role;
  /** Name of the organisation of the post. */
  organisation: string;
  personId: string;
}
