import type { Organisations, OrganisationsDeps } from './organisations.ts';

export type {
  ActorPostRow,
  CategoryDirectory,
  OrganisationDirectory,
  OrganisationKind,
  OrganisationName,
  Organisations,
  OrganisationsDeps,
  OrganisationToLoad,
  PersonToLoad,
  PostToLoad,
  ResponsibilityToLoad,
  Responsible,
  StaffPerson,
  TenureToLoad,
} from './organisations.ts';

export declare function createOrganisations(deps: OrganisationsDeps): Organisations;
