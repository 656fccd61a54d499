import { z } from 'zod';
import { roleNames } from './permissions.ts';
import { AreaCode, Bilingual, CategoryCode, Day, Id, ImportReport, Limit, list, PageQuery, page, Phone, text } from './primitives.ts';
import { route } from './route.ts';

export const organisationTypes = [
  'district-government', 'district-party-committee', 'command-centre', 'department', 'subdistrict-office', 'subdistrict-party-working-committee',
  'community-committee', 'community-party-committee', 'grid', 'party-branch', 'property-company', 'member-unit', 'enterprise', 'social-organisation', 'volunteer-team', 'other',
] as const;
export const OrganisationType = z.enum(organisationTypes);

export const Organisation = z.object({
  id: z.string(),
  /** Unified social credit code (GB 32100) where the unit has one. */
  code: z.string().nullable(),
  name: Bilingual,
  shortName: z.string(),
  type: OrganisationType,
  areaCode: z.string(),
  areaName: z.string().optional(),
  parentId: z.string().nullable(),
  dissolvedOn: z.string().nullable(),
  children: z.number(),
  posts: z.number(),
  vacancies: z.number(),
});
export type Organisation = z.infer<typeof Organisation>;
export const OrganisationInput = z.object({ code: z.string().max(18).nullish(), name: Bilingual, shortName: text(60).optional(), type: OrganisationType, areaCode: AreaCode, parentId: Id.nullish() });

export const Role = z.enum(roleNames);
export const Holder = z.object({ tenureId: z.string(), personId: z.string(), name: z.string(), from: z.string(), to: z.string().nullable() });
export const Post = z.object({ id: z.string(), organisationId: z.string(), organisationName: z.string(), title: z.string(), role: Role, template: z.string().nullable(), termYears: z.number().nullable(), holders: z.array(Holder), condition: z.enum(['filled', 'vacant', 'doubled', 'term-over']) });
export type Post = z.infer<typeof Post>;
export const PostTemplate = z.object({ code: z.string(), organisationType: OrganisationType, title: Bilingual, role: Role, seats: z.number(), termYears: z.number().nullable() });
export const Person = z.object({ id: z.string(), name: z.string(), phone: z.string().nullable(), posts: z.array(z.object({ postId: z.string(), title: z.string(), organisationName: z.string() })) });

export const Category = z.object({
  code: z.string(), parent: z.string().nullable(), name: Bilingual, class: z.enum(['danger', 'utilities', 'ordinary', 'complex']), limit: Limit.nullable(), words: z.array(z.string()),
  wall: z.object({ publish: z.enum(['at-filing', 'at-closing', 'never']), redact: z.enum(['title-only', 'redacted-text']) }), active: z.boolean(),
});
export type Category = z.infer<typeof Category>;
export const Responsibility = z.object({ id: z.string(), category: z.string(), areaCode: z.string(), areaName: z.string(), leadOrganisationId: z.string(), leadName: z.string(), assist: z.array(z.object({ id: z.string(), name: z.string() })), limit: Limit.nullable() });
export type Responsibility = z.infer<typeof Responsibility>;

const ById = z.object({ id: Id });
const edit = { access: 'organisation.edit', scope: 'area' } as const;

export const organisations = {
  listOrganisations: route({
    name: 'organisations.list', method: 'GET', path: '/api/organisations', summary: 'Organisations by parent, type, area or words', access: 'staff', scope: 'none',
    query: PageQuery.extend({ parent: z.union([Id, z.literal('none')]).optional(), type: OrganisationType.optional(), under: AreaCode.optional(), text: text(60).optional(), ids: list(Id, 200).optional(), dissolved: z.enum(['true', 'false']).optional() }), answer: page(Organisation),
  }),
  readOrganisation: route({ name: 'organisations.read', method: 'GET', path: '/api/organisations/:id', summary: 'One organisation with its posts', access: 'staff', scope: 'none', params: ById, answer: Organisation.extend({ postList: z.array(Post), ancestors: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
  createOrganisation: route({ name: 'organisations.create', method: 'POST', path: '/api/organisations', summary: 'Add an organisation; the posts of its template come with it', ...edit, body: OrganisationInput, answer: Organisation, status: 201, idempotent: true }),
  changeOrganisation: route({ name: 'organisations.change', method: 'PATCH', path: '/api/organisations/:id', summary: 'Change an organisation', ...edit, params: ById, body: OrganisationInput.partial(), answer: Organisation }),
  dissolveOrganisation: route({ name: 'organisations.dissolve', method: 'POST', path: '/api/organisations/:id/dissolve', summary: 'Dissolve an organisation from a day', ...edit, params: ById, body: z.object({ on: Day, reason: text(500, 1) }), answer: Organisation }),
  importOrganisations: route({
    name: 'organisations.import', method: 'POST', path: '/api/organisations/import', summary: 'Take organisations from CSV or XLSX (columns code, name, type, area, parent)', ...edit, consumes: 'multipart', bodyLimit: 32_000_000,
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false').transform((v) => v === 'true') }), answer: ImportReport,
  }),
  listPosts: route({
    name: 'organisations.list-posts', method: 'GET', path: '/api/posts', summary: 'Posts with their holders; vacancies and doubled posts', access: 'staff', scope: 'none',
    query: PageQuery.extend({ organisation: Id.optional(), under: AreaCode.optional(), role: Role.optional(), condition: z.enum(['filled', 'vacant', 'doubled', 'term-over']).optional(), text: text(60).optional() }),
    answer: page(Post).extend({ counts: z.object({ filled: z.number(), vacant: z.number(), doubled: z.number(), 'term-over': z.number() }) }),
  }),
  createPost: route({ name: 'organisations.create-post', method: 'POST', path: '/api/posts', summary: 'Add a post', ...edit, body: z.object({ organisationId: Id, title: text(60, 1), role: Role, termYears: z.number().int().min(1).max(10).nullish() }), answer: Post, status: 201, idempotent: true }),
  endPost: route({ name: 'organisations.end-post', method: 'DELETE', path: '/api/posts/:id', summary: 'Remove a post that nobody holds', ...edit, params: ById, status: 204 }),
  appoint: route({ name: 'organisations.appoint', method: 'POST', path: '/api/posts/:id/tenures', summary: 'Appoint a person to a post for a term', access: ['organisation.edit', 'security.edit'], scope: 'area', params: ById, body: z.object({ personId: Id, from: Day, to: Day.nullish() }), answer: Post, status: 201, idempotent: true }),
  relieve: route({ name: 'organisations.relieve', method: 'POST', path: '/api/tenures/:id/end', summary: 'End a tenure on a day', access: ['organisation.edit', 'security.edit'], scope: 'area', params: ById, body: z.object({ on: Day }), answer: Post }),
  listTemplates: route({ name: 'organisations.list-templates', method: 'GET', path: '/api/post-templates', summary: 'Posts that an organisation of a type should have', access: 'staff', scope: 'none', answer: z.object({ items: z.array(PostTemplate) }) }),
  writeTemplate: route({ name: 'organisations.write-template', method: 'PUT', path: '/api/post-templates/:code', summary: 'Add or change a post template', ...edit, params: z.object({ code: z.string().regex(/^[a-z0-9-]{1,60}$/) }), body: PostTemplate.omit({ code: true }).extend({ seats: z.number().int().min(1).max(50), termYears: z.number().int().min(1).max(10).nullable() }), answer: PostTemplate }),
  listPersons: route({ name: 'organisations.list-persons', method: 'GET', path: '/api/persons', summary: 'Staff found by name', access: ['organisation.edit', 'account.edit', 'security.edit'], scope: 'area', query: PageQuery.extend({ text: text(60).optional(), organisation: Id.optional() }), answer: page(Person) }),
  createPerson: route({ name: 'organisations.create-person', method: 'POST', path: '/api/persons', summary: 'Add a member of staff', ...edit, body: z.object({ name: text(60, 1), phone: Phone.nullish() }), answer: Person, status: 201, idempotent: true }),

  listCategories: route({ name: 'organisations.list-categories', method: 'GET', path: '/api/categories', summary: 'Categories of requests with their limits', access: 'public', scope: 'none', query: z.object({ inactive: z.enum(['true', 'false']).optional() }), answer: z.object({ items: z.array(Category) }) }),
  writeCategory: route({ name: 'organisations.write-category', method: 'PUT', path: '/api/categories/:code', summary: 'Add or change a category', access: 'responsibility.edit', scope: 'none', params: z.object({ code: CategoryCode }), body: z.object({ parent: CategoryCode.nullable(), name: Bilingual, class: z.enum(['danger', 'utilities', 'ordinary', 'complex']), limit: Limit.nullable(), words: z.array(text(40, 1)).max(200), wall: Category.shape.wall, active: z.boolean() }), answer: Category }),
  listResponsibilities: route({ name: 'organisations.list-responsibilities', method: 'GET', path: '/api/responsibilities', summary: 'The responsibility list', access: 'staff', scope: 'none', query: PageQuery.extend({ category: CategoryCode.optional(), under: AreaCode.optional(), organisation: Id.optional() }), answer: page(Responsibility) }),
  whoIsResponsible: route({
    name: 'organisations.who-is-responsible', method: 'GET', path: '/api/responsibilities/answer', summary: 'Who would get a case of this category at this place, and why', access: 'staff', scope: 'none', query: z.object({ category: CategoryCode, area: AreaCode }),
    answer: z.object({ found: Responsibility.nullable(), limit: Limit.nullable(), tried: z.array(z.object({ category: z.string(), areaCode: z.string() })) }),
  }),
  writeResponsibility: route({ name: 'organisations.write-responsibility', method: 'PUT', path: '/api/responsibilities', summary: 'Set who leads and who assists for category × area', access: 'responsibility.edit', scope: 'area', body: z.object({ category: CategoryCode, areaCode: AreaCode, leadOrganisationId: Id, assistOrganisationIds: z.array(Id).max(20), limit: Limit.nullable() }), answer: Responsibility }),
  endResponsibility: route({ name: 'organisations.end-responsibility', method: 'DELETE', path: '/api/responsibilities/:id', summary: 'Take a line off the responsibility list', access: 'responsibility.edit', scope: 'area', params: ById, status: 204 }),
};
