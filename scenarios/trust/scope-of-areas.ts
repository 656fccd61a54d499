// How every route whose scope is the area is asked for the same thing of either of two subdistricts.

import type { ScopedCaller } from './scope-callers.ts';
import { byReach, byStanding, call, item, list, type SidesEntry } from './scope-entry.ts';
import type { ScopeWorld, Side } from './scope-world.ts';

const area = { scope: 'area', over: 'sides', expected: byReach } as const;
const admin = 'staff system-administrator';
const lineOf = (side: Side, category: string) => ({
  ...{ category, areaCode: side.area, leadOrganisationId: side.organisation, assistOrganisationIds: [], limit: null },
});
const period = 'from=2026-01-01&to=2026-12-31';

const newArea = (side: Side, world: ScopeWorld) => ({ code: `${side.area}${900 + world.next()}`, name: '新社区', level: 'community' });
const newLayer = (side: Side, world: ScopeWorld) => ({ name: `图层${world.next()}`, theme: 'other', areaCode: side.area });
const csv = (name: string, text: string) => {
  const form = new FormData();
  form.set('file', new Blob([text]), name);
  return form;
};

/** Uploads one row of a case at the side, checks it, and tells whether it would be taken; the job runs here, as in a worker. */
async function takesRow(world: ScopeWorld, caller: ScopedCaller, side: Side): Promise<string> {
  const no = `S-${world.next()}`;
  const sniffed = await call(
    world,
    caller,
    'POST',
    '/api/imports',
    csv('rows.csv', `编号,内容,受理时间,网格编码\n${no},路灯不亮,2026-03-01 09:00,${side.grid}\n`),
  );
  if (sniffed.status !== 201) return `${sniffed.status}`;
  const mapping = { 编号: 'external_number', 内容: 'body', 受理时间: 'opened_at', 网格编码: 'area_code' };
  const run = await call(world, caller, 'POST', `/api/imports/${sniffed.body.id}/run`, { dryRun: true, mapping, source: 'scope' });
  if (run.status !== 202) return `${run.status} ${run.text}`;
  const job = world.server.product.cases.parts.jobs?.find((one) => one.name === 'cases.import');
  await job?.run({ id: sniffed.body.id }, { signal: new AbortController().signal });
  const { report } = (await call(world, caller, 'GET', `/api/imports/${sniffed.body.id}`)).body;
  return report?.read === 1 ? (report.taken === 1 ? 'in' : 'out') : JSON.stringify(report);
}

/** By route name. */
export const scopeOfAreas: Record<string, SidesEntry> = {
  'territory.create-area': { ...area, ask: item((side, world) => ({ method: 'POST', url: '/api/areas', body: newArea(side, world) })) },
  'territory.change-area': {
    ...area,
    ask: item((side) => ({ method: 'PATCH', url: `/api/areas/${side.area}`, body: { type: 'subdistrict' } })),
  },
  'territory.replace-areas': {
    ...area,
    ask: item(
      (side, world) => ({
        method: 'POST',
        url: '/api/areas/succession',
        body: { ended: [side.area], begun: [newArea(side, world)], on: '1990-01-01' },
      }),
      // Whoever reaches it hears of the day; whoever does not hears nothing of it.
      ['invalid-input'],
    ),
  },
  'territory.check-boundaries': { ...area, ask: item((side) => ({ method: 'GET', url: `/api/areas/${side.area}/flaws` })) },
  'territory.import-areas': {
    ...area,
    ask: list(
      (side, world) => ({
        method: 'POST',
        url: '/api/areas/import?dryRun=true',
        body: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: newArea(side, world), geometry: null }] },
      }),
      () => '"taken":1',
    ),
  },
  'territory.write-calendar-year': {
    ...area,
    ask: item((side) => ({ method: 'PUT', url: `/api/calendars/${side.calendar}/2026`, body: { days: [] } })),
  },
  'territory.write-calendar': {
    ...area,
    ask: item((side) => ({
      method: 'PUT',
      url: `/api/calendars/${side.calendar}`,
      body: { name: '日历', areaCode: side.area, timezone: 'Asia/Shanghai', hours: [['08:00', '12:00']] },
    })),
  },
  'territory.list-layers': {
    ...area,
    expected: byStanding,
    ask: list(
      () => ({ method: 'GET', url: '/api/layers' }),
      (side) => side.layer,
    ),
  },
  'territory.facilities': {
    ...area,
    expected: byStanding,
    ask: item((side) => ({ method: 'GET', url: `/api/layers/${side.layer}/facilities` })),
  },
  'territory.create-layer': { ...area, ask: item((side, world) => ({ method: 'POST', url: '/api/layers', body: newLayer(side, world) })) },
  'territory.change-layer': {
    ...area,
    ask: item((side) => ({ method: 'PATCH', url: `/api/layers/${side.layer}`, body: { shown: true } })),
  },
  'territory.remove-layer': {
    ...area,
    ask: item(async (side, world) => {
      const { id } = (await world.must(admin, 'POST', '/api/layers', newLayer(side, world))).body;
      return { method: 'DELETE', url: `/api/layers/${id}` };
    }),
  },
  'territory.import-facilities': {
    ...area,
    ask: item((side) => ({
      method: 'POST',
      url: `/api/layers/${side.layer}/import?dryRun=true`,
      body: csv('facilities.csv', 'name,longitude,latitude\n井盖,114.3,30.5\n'),
    })),
  },
  'organisations.create': {
    ...area,
    ask: item((side) => ({
      method: 'POST',
      url: '/api/organisations',
      body: { name: { zh: '新单位' }, type: 'other', areaCode: side.area },
    })),
  },
  'organisations.change': {
    ...area,
    ask: item((side) => ({ method: 'PATCH', url: `/api/organisations/${side.organisation}`, body: { shortName: '简称' } })),
  },
  'organisations.dissolve': {
    ...area,
    ask: item(async (side, { must }) => {
      const made = await must(admin, 'POST', '/api/organisations', { name: { zh: '将撤销' }, type: 'other', areaCode: side.area });
      return { method: 'POST', url: `/api/organisations/${made.body.id}/dissolve`, body: { on: '2026-06-01', reason: '撤销' } };
    }),
  },
  'organisations.import': {
    ...area,
    ask: list(
      (side, world) => ({
        method: 'POST',
        url: '/api/organisations/import?dryRun=true',
        body: csv('units.csv', `名称,类型,区域\n导入单位${world.next()},other,${side.area}\n`),
      }),
      () => '"taken":1',
    ),
  },
  'organisations.create-post': {
    ...area,
    ask: item((side) => ({
      method: 'POST',
      url: '/api/posts',
      body: { organisationId: side.organisation, title: '岗位', role: 'grid-officer' },
    })),
  },
  'organisations.end-post': {
    ...area,
    ask: item((side) => ({ method: 'DELETE', url: `/api/posts/${side.post}` }), ['post-held']),
  },
  'organisations.appoint': {
    ...area,
    ask: item(
      (side) => ({ method: 'POST', url: `/api/posts/${side.post}/tenures`, body: { personId: side.person, from: '2026-02-01' } }),
      ['already-appointed'],
    ),
  },
  'organisations.relieve': {
    ...area,
    ask: item((side) => ({ method: 'POST', url: `/api/tenures/${side.tenure}/end`, body: { on: '2020-01-01' } }), ['invalid-input']),
  },
  'organisations.write-template': {
    scope: 'area',
    over: 'sides',
    // It holds for every place: nobody who stands at one may write it.
    expected: () => false,
    ask: item(() => ({
      method: 'PUT',
      url: '/api/post-templates/scope-test',
      body: { organisationType: 'other', title: { zh: '岗' }, role: 'grid-officer', seats: 1, termYears: null },
    })),
  },
  'organisations.list-persons': {
    ...area,
    ask: list(
      (side) => ({ method: 'GET', url: `/api/persons?text=${encodeURIComponent(side.personName)}` }),
      (side) => side.person,
    ),
  },
  'organisations.write-responsibility': {
    ...area,
    ask: item((side) => ({ method: 'PUT', url: '/api/responsibilities', body: lineOf(side, '0101') })),
  },
  'organisations.end-responsibility': {
    ...area,
    ask: item(async (side, { must, categories, next }) => {
      // Each asker has a line of its own to end.
      const { id } = (await must(admin, 'PUT', '/api/responsibilities', lineOf(side, categories[next() % categories.length]!))).body;
      return { method: 'DELETE', url: `/api/responsibilities/${id}` };
    }),
  },
  'identity.list-accounts': {
    ...area,
    ask: list(
      (side) => ({ method: 'GET', url: `/api/accounts?text=${side.username}` }),
      (side) => side.account,
    ),
  },
  'identity.create-account': {
    ...area,
    ask: item(
      (side, world) => ({
        method: 'POST',
        url: '/api/accounts',
        body: { username: `scope-new-${world.next()}`, personId: side.person },
      }),
      ['person-has-account'],
    ),
  },
  'identity.change-account': {
    ...area,
    ask: item((side) => ({ method: 'PATCH', url: `/api/accounts/${side.account}`, body: { disabled: false } })),
  },
  'identity.reset-password': { ...area, ask: item((side) => ({ method: 'POST', url: `/api/accounts/${side.account}/password` })) },
  'cases.open': {
    ...area,
    ask: item((side) => ({ method: 'POST', url: '/api/cases', body: { body: '这里有一件事', areaCode: side.grid } })),
  },
  'cases.call-back-list': {
    ...area,
    ask: list(
      (side) => ({ method: 'GET', url: `/api/call-backs?limit=200&area=${side.grid}` }),
      (side) => side.closed,
    ),
  },
  'cases.rates': { ...area, ask: item((side) => ({ method: 'GET', url: `/api/rates?${period}&area=${side.area}` })) },
  'cases.rate-rows': { ...area, ask: item((side) => ({ method: 'GET', url: `/api/rates/rows?${period}&rate=onTime&area=${side.area}` })) },
  'cases.moderation-list': {
    ...area,
    ask: list(
      () => ({ method: 'GET', url: '/api/comments?state=shown&limit=200' }),
      (side) => side.commentText,
    ),
  },
  'cases.moderate': {
    ...area,
    ask: item((side) => ({ method: 'POST', url: `/api/comments/${side.comment}`, body: { state: 'shown' } })),
  },
  'cases.call-back': {
    scope: 'matter',
    over: 'sides',
    expected: byReach,
    ask: item((side) => ({ method: 'POST', url: `/api/cases/${side.closed}/call-backs`, body: { reached: false } })),
  },
  'cases.sniff-import': { ...area, ask: takesRow },
  'cases.run-import': { ...area, ask: takesRow },
};
