import { cached } from '@gongzhi/platform/database';
import { today } from '@gongzhi/territory';
import { addPerson } from './commands/create-person.ts';
import { importOrganisations } from './commands/import-organisations.ts';
import { inSlices } from './commands/in-slices.ts';
import type { Ground } from './context.ts';
import { organisationRoutes } from './http.ts';
import type { Organisations, OrganisationsDeps } from './organisations.ts';
import { categoriesLoader } from './queries/hold-categories.ts';
import { directoryLoader } from './queries/hold-directory.ts';
import { whoIsResponsible } from './queries/who-is-responsible.ts';
import { shippedTemplates } from './rules/post-templates.ts';
import { putCategories } from './store/categories.ts';
import { insertPersons, personsById } from './store/persons.ts';
import { putResponsibilities } from './store/responsibilities.ts';
import { beginChange } from './store/revision.ts';
import { holdersOf, postsHeld } from './store/select-tenures.ts';
import { putTemplates } from './store/templates.ts';
import { insertOrganisations } from './store/write-organisations.ts';
import { insertPosts, insertTenures } from './store/write-posts.ts';

export type {
  ActorPostRow,
  CategoryDirectory,
  CategoryToSeed,
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

/** Organisations, their posts and who holds them, categories and the responsibility list. */
export function createOrganisations({ database, territory, audit }: OrganisationsDeps): Organisations {
  const ground: Ground = {
    database,
    audit,
    territory,
    directory: cached(directoryLoader(database)),
    held: cached(categoriesLoader(database)),
  };
  return {
    parts: {
      name: 'organisations',
      migrations: { module: 'organisations', folder: new URL('./migrations/', import.meta.url) },
      routes: organisationRoutes(ground),
    },
    directory: () => ground.directory.get(),
    categories: async () => (await ground.held.get()).categories,
    responsible: async (category, areaCode) => (await whoIsResponsible(ground, category, areaCode)).found,
    postsOfPersons: (connection, personIds) => postsHeld(connection, personIds, today()),
    holders: (connection, roles, where) => holdersOf(connection, roles, where, today()),
    person: async (connection, id) => (await personsById(connection, [id]))[0] ?? null,
    persons: personsById,
    createPerson: addPerson,
    async loadOrganisations(tx, rows) {
      await beginChange(tx, 'organisation');
      await inSlices(rows, (slice) => insertOrganisations(tx, slice));
      ground.directory.forget();
    },
    loadPersons: (tx, rows) => inSlices(rows, (slice) => insertPersons(tx, slice)),
    loadPosts: (tx, rows) => inSlices(rows, (slice) => insertPosts(tx, slice)),
    loadTenures: (tx, rows) => inSlices(rows, (slice) => insertTenures(tx, slice)),
    async loadResponsibilities(tx, rows) {
      await beginChange(tx, 'category');
      await inSlices(rows, (slice) => putResponsibilities(tx, slice));
      ground.held.forget();
    },
    importOrganisations: (actor, file, options) => importOrganisations(ground, actor, file, options),
    async seedCategories(rows) {
      await database.transaction(async (tx) => {
        await beginChange(tx, 'category');
        await putCategories(
          tx,
          rows.map((row) => ({ ...row, words: [...row.words], active: row.active ?? true })),
          false,
        );
      });
      ground.held.forget();
    },
    seedTemplates: () => database.transaction((tx) => putTemplates(tx, shippedTemplates, false)),
  };
}
