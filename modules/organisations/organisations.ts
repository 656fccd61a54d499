import type { Actor } from '@gongzhi/contract/actor';
import type { Category, Organisation } from '@gongzhi/contract/organisations';
import type { Role } from '@gongzhi/contract/permissions';
import type { Bilingual, ImportReport, Limit } from '@gongzhi/contract/primitives';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { Audit, ModuleParts } from '@gongzhi/platform/module';
import type { Territory } from '@gongzhi/territory';

export type OrganisationKind = Organisation['type'];

/** What the rest of the product needs to know of an organisation most of the time. `name` is the Chinese one. */
export interface OrganisationName {
  id: string;
  name: string;
  shortName: string;
  type: OrganisationKind;
  areaCode: string;
  parentId: string | null;
  /** First day on which it no longer exists, or null. */
  dissolvedOn: string | null;
}

/** Organisations by id, dissolved ones too, held in memory. A snapshot: ask again rather than keeping it. */
export interface OrganisationDirectory {
  get(id: string): OrganisationName | undefined;
  /** The short name, or the id itself where nothing has it. */
  name(id: string): string;
  all(): Iterable<OrganisationName>;
}

/** Categories by code, inactive ones too, held in memory. */
export interface CategoryDirectory {
  get(code: string): Category | undefined;
  /** The Chinese name, or the code itself. */
  name(code: string): string;
  /** In the order of codes. */
  all(): Category[];
  /** Changes with every edit of the categories or the responsibility list. */
  version: string;
}

/** Who answers for a category at a place, and how that was found. */
export interface Responsible {
  responsibilityId: string;
  /** Category and area of the line that answered: the asked ones or ancestors of them. */
  category: string;
  areaCode: string;
  leadOrganisationId: string;
  assistOrganisationIds: string[];
  /** The limit of the line, else of the category, else of its nearest ancestor that has one. */
  limit: Limit | null;
  /** Every line that was looked for, in order, the one that answered last. */
  tried: { category: string; areaCode: string }[];
}

export interface ActorPostRow {
  personId: string;
  postId: string;
  role: Role;
  title: string;
  organisationId: string;
  organisationName: string;
  areaCode: string;
}

export interface StaffPerson {
  id: string;
  name: string;
  phone: string | null;
}

export interface OrganisationToLoad {
  id: string;
  code?: string | null;
  name: Bilingual;
  shortName: string;
  type: OrganisationKind;
  areaCode: string;
  parentId?: string | null;
}
export interface PersonToLoad {
  id: string;
  name: string;
  phone?: string | null;
}
export interface PostToLoad {
  id: string;
  organisationId: string;
  template?: string | null;
  title: string;
  role: Role;
  termYears?: number | null;
}
/** `from` is the first day in the post, `to` the first day no longer in it. */
export interface TenureToLoad {
  id: string;
  postId: string;
  personId: string;
  from: string;
  to?: string | null;
}
export interface ResponsibilityToLoad {
  /** Made where absent. */
  id?: string;
  category: string;
  areaCode: string;
  leadOrganisationId: string;
  assistOrganisationIds?: readonly string[];
  limit?: Limit | null;
}

/** A category as it is shipped; active unless told. */
export type CategoryToSeed = Omit<Category, 'active' | 'words'> & { words: readonly string[]; active?: boolean };

export interface Organisations {
  parts: ModuleParts;
  /** All organisations, at most ten seconds behind other processes. Like categories and responsibility, to be asked for before a transaction begins. */
  directory(): Promise<OrganisationDirectory>;
  categories(): Promise<CategoryDirectory>;
  /**
   * Who answers for a category at a place: the line of the category itself with the longest area prefix, else the same for its
   * parent category, and so on. Lines whose lead is dissolved are passed over. From memory: for the hot path.
   */
  responsible(category: string, areaCode: string): Promise<Responsible | null>;
  /** The posts that persons hold today in organisations that exist. */
  postsOfPersons(connection: Connection, personIds: readonly string[]): Promise<ActorPostRow[]>;
  /** Who holds a post of these roles today, in the organisations given or in any organisation of the areas and those around them. */
  holders(
    connection: Connection,
    roles: readonly Role[],
    where: { organisationIds?: readonly string[]; areaCodes?: readonly string[] },
  ): Promise<ActorPostRow[]>;
  person(connection: Connection, id: string): Promise<StaffPerson | null>;
  persons(connection: Connection, ids: readonly string[]): Promise<StaffPerson[]>;
  createPerson(tx: Connection, person: { name: string; phone?: string | null }): Promise<StaffPerson>;
  /** Bulk loads without checks of scope: for the demo and for tests. Organisations in any order. */
  loadOrganisations(tx: Connection, rows: Iterable<OrganisationToLoad>): Promise<void>;
  loadPersons(tx: Connection, rows: Iterable<PersonToLoad>): Promise<void>;
  loadPosts(tx: Connection, rows: Iterable<PostToLoad>): Promise<void>;
  loadTenures(tx: Connection, rows: Iterable<TenureToLoad>): Promise<void>;
  loadResponsibilities(tx: Connection, rows: Iterable<ResponsibilityToLoad>): Promise<void>;
  /** Takes a CSV or XLSX file (columns code, name, type, area, parent). Refuses as `invalid-input` what is no spreadsheet. */
  importOrganisations(
    actor: Actor,
    file: { path: string; name: string },
    options: { dryRun: boolean; onProgress?: (done: number, total: number) => void },
  ): Promise<ImportReport>;
  /** Adds the categories whose code is not there yet; edited ones stay as they are. */
  seedCategories(rows: readonly CategoryToSeed[]): Promise<void>;
  /** Adds the shipped post templates whose code is not there yet. */
  seedTemplates(): Promise<void>;
}

export interface OrganisationsDeps {
  database: Database;
  territory: Territory;
  audit: Audit;
}
