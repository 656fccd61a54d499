import { organisations as routes } from '@gongzhi/contract/organisations';
import { type BoundRoute, bind, takeUpload } from '@gongzhi/platform/http';
import { appoint } from './commands/appoint.ts';
import { changeOrganisation } from './commands/change-organisation.ts';
import { createOrganisation } from './commands/create-organisation.ts';
import { createPerson } from './commands/create-person.ts';
import { createPost } from './commands/create-post.ts';
import { dissolveOrganisation } from './commands/dissolve-organisation.ts';
import { endPost } from './commands/end-post.ts';
import { endResponsibility } from './commands/end-responsibility.ts';
import { importOrganisations } from './commands/import-organisations.ts';
import { relieve } from './commands/relieve.ts';
import { writeCategory } from './commands/write-category.ts';
import { writeResponsibility } from './commands/write-responsibility.ts';
import { writeTemplate } from './commands/write-template.ts';
import type { Ground } from './context.ts';
import { listOrganisations, readOrganisation } from './queries/list-organisations.ts';
import { listPersons } from './queries/list-persons.ts';
import { listPosts } from './queries/list-posts.ts';
import { explainResponsible, listResponsibilities } from './queries/list-responsibilities.ts';
import { selectTemplates } from './store/templates.ts';

/** Binds the routes of contract/organisations.ts. */
export function organisationRoutes(ground: Ground): BoundRoute[] {
  return [
    bind(routes.listOrganisations, ({ query }) => listOrganisations(ground, query)),
    bind(routes.readOrganisation, ({ params }) => readOrganisation(ground, params.id)),
    bind(routes.createOrganisation, ({ actor, body }) => createOrganisation(ground, actor, body)),
    bind(routes.changeOrganisation, ({ actor, params, body }) => changeOrganisation(ground, actor, params.id, body)),
    bind(routes.dissolveOrganisation, ({ actor, params, body }) => dissolveOrganisation(ground, actor, params.id, body)),
    bind(routes.importOrganisations, ({ actor, query, request }) =>
      takeUpload(request, routes.importOrganisations.bodyLimit!, (file) => importOrganisations(ground, actor, file, query)),
    ),
    bind(routes.listPosts, ({ query }) => listPosts(ground, query)),
    bind(routes.createPost, ({ actor, body }) => createPost(ground, actor, body)),
    bind(routes.endPost, ({ actor, params }) => endPost(ground, actor, params.id)),
    bind(routes.appoint, ({ actor, params, body }) => appoint(ground, actor, params.id, body)),
    bind(routes.relieve, ({ actor, params, body }) => relieve(ground, actor, params.id, body.on)),
    bind(routes.listTemplates, async () => ({ items: await selectTemplates(ground.database) })),
    bind(routes.writeTemplate, ({ actor, params, body }) => writeTemplate(ground, actor, { code: params.code, ...body })),
    bind(routes.listPersons, ({ actor, query }) => listPersons(ground, actor, query)),
    bind(routes.createPerson, ({ actor, body }) => createPerson(ground, actor, body)),
    bind(routes.listCategories, async ({ query }) => {
      const all = (await ground.held.get()).categories.all();
      return { items: query.inactive === 'true' ? all : all.filter((category) => category.active) };
    }),
    bind(routes.writeCategory, ({ actor, params, body }) => writeCategory(ground, actor, { code: params.code, ...body })),
    bind(routes.listResponsibilities, ({ query }) => listResponsibilities(ground, query)),
    bind(routes.whoIsResponsible, ({ query }) => explainResponsible(ground, query.category, query.area)),
    bind(routes.writeResponsibility, ({ actor, body }) => writeResponsibility(ground, actor, body)),
    bind(routes.endResponsibility, ({ actor, params }) => endResponsibility(ground, actor, params.id)),
  ];
}
