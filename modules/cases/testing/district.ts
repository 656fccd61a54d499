// A small real district for tests: every module, a few areas that tile, units, and an actor for each role.
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, anonymous } from '@gongzhi/contract/actor';
import { type Permission, type Role, roles } from '@gongzhi/contract/permissions';
import { createAudit, createIdentity } from '@gongzhi/identity';
import { createIntelligence, type DraftServer } from '@gongzhi/intelligence';
import { createMatters } from '@gongzhi/matters';
import { createOrganisations } from '@gongzhi/organisations';
import { migrate } from '@gongzhi/platform/database';
import { createFileStore } from '@gongzhi/platform/files';
import { createFloor } from '@gongzhi/platform/http';
import { deliver } from '@gongzhi/platform/outbox';
import { testDatabase } from '@gongzhi/platform/testing';
import { createTerritory } from '@gongzhi/territory';
import { catalogue, createCases, shippedCategories } from '../index.ts';

const district = '990199';
/** Two subdistricts of two communities of two grids each, squares of 0.01 degree side by side from west to east. */
const west = 114.3;
const south = 30.5;
const step = 0.01;

const square = (from: number, to: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west + from * step, south],
      [west + to * step, south],
      [west + to * step, south + step],
      [west + from * step, south + step],
      [west + from * step, south],
    ],
  ],
});

function areas() {
  const rows = [{ code: district, name: '试验区', level: 'district' as const, boundary: square(0, 8) }];
  const all: {
    code: string;
    name: string;
    level: 'district' | 'subdistrict' | 'community' | 'grid';
    boundary: ReturnType<typeof square>;
  }[] = [...rows];
  for (let s = 0; s < 2; s += 1) {
    const sub = `${district}00${s + 1}`;
    all.push({ code: sub, name: `第${s + 1}街道`, level: 'subdistrict', boundary: square(s * 4, s * 4 + 4) });
    for (let c = 0; c < 2; c += 1) {
      const community = `${sub}00${c + 1}`;
      all.push({
        code: community,
        name: `第${s + 1}街道第${c + 1}社区`,
        level: 'community',
        boundary: square(s * 4 + c * 2, s * 4 + c * 2 + 2),
      });
      for (let g = 0; g < 2; g += 1)
        all.push({
          code: `${community}00${g + 1}`,
          name: `第${g + 1}网格`,
          level: 'grid',
          boundary: square(s * 4 + c * 2 + g, s * 4 + c * 2 + g + 1),
        });
    }
  }
  return all;
}

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const units = {
  centre: id(1),
  cityManagement: id(2),
  housing: id(3),
  water: id(4),
  sub1: id(5),
  sub2: id(6),
  community111: id(7),
  grid1: id(8),
};
/** A point in the middle of grid n (0 to 7, west to east). */
export const pointIn = (grid: number) => ({ longitude: west + (grid + 0.5) * step, latitude: south + step / 2, system: 'wgs84' as const });
export const gridCode = (grid: number) => `${district}00${Math.floor(grid / 4) + 1}00${(Math.floor(grid / 2) % 2) + 1}00${(grid % 2) + 1}`;
export const districtCode = district;

/** A member of staff with one post; the same arguments give the same actor. */
export function staff(role: Role, organisationId: string, areaCode: string, n = 1): Actor {
  const name = `${roles[role].zh}${n}`;
  const digest = createHmac('sha256', 'actor').update(`${role} ${organisationId} ${n}`).digest('hex');
  return {
    kind: 'staff',
    id: `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    name,
    posts: [
      {
        postId: `${digest.slice(32, 40)}-0000-7000-8000-000000000000`,
        role,
        title: roles[role].zh,
        organisationId,
        organisationName: '',
        areaCode,
        permissions: roles[role].permissions as readonly Permission[],
      },
    ],
  };
}

export const people = {
  dispatcher: staff('dispatcher', units.centre, district),
  operator: staff('hotline-operator', units.centre, district),
  caller: staff('callback-staff', units.centre, district),
  supervisor: staff('supervisor', units.centre, district),
  editor: staff('content-editor', units.centre, district),
  cityManagement: staff('department-handler', units.cityManagement, district),
  housing: staff('department-handler', units.housing, district),
  water: staff('department-handler', units.water, district),
  sub1: staff('subdistrict-dispatcher', units.sub1, `${district}001`),
  sub2: staff('subdistrict-dispatcher', units.sub2, `${district}002`),
  gridOfficer: staff('grid-officer', units.grid1, `${district}001001001`),
  system: staff('system-administrator', units.centre, district),
  security: staff('security-administrator', units.centre, district),
  audit: staff('audit-administrator', units.centre, district),
};
export type Person = keyof typeof people;

/** Opens everything on a fresh database. `close` removes it again. Use it in `beforeAll`. */
export async function openDistrict({ draftServer = null }: { draftServer?: DraftServer | null } = {}) {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-test-'));
  const key = randomBytes(32);
  const messages: { phone: string; text: string }[] = [];
  const sent: { name: string; data: object }[] = [];
  const audit = createAudit({ key });
  const files = createFileStore({ directory: join(folder, 'files') });
  const territory = createTerritory({ database, audit });
  const organisations = createOrganisations({ database, territory, audit });
  const identity = createIdentity({
    database,
    organisations,
    sms: { send: async (phone, text) => void messages.push({ phone, text }) },
    settings: { key, publicUrl: null, secureCookies: false, oidc: null },
  });
  const matters = createMatters({ database, territory, organisations, identity, files });
  const secret = (purpose: string) => createHmac('sha256', key).update(purpose).digest();
  const send = async (name: string, data: object) => void sent.push({ name, data });
  const intelligence = createIntelligence({
    ...{ database, territory, organisations, identity, matters, draftServer, send },
    folder: join(folder, 'models'),
  });
  const cases = createCases({
    intelligence,
    database,
    territory,
    organisations,
    identity,
    matters,
    files,
    importFolder: join(folder, 'imports'),
    publicUrl: null,
    secret,
    send,
  });
  const modules = [territory.parts, organisations.parts, identity.parts, matters.parts, intelligence.parts, cases.parts];
  await migrate(database, [
    { module: 'platform', folder: new URL('../../../platform/migrations/', import.meta.url) },
    ...modules.map((module) => module.migrations),
  ]);
  await identity.open();
  await organisations.seedCategories(shippedCategories);
  await organisations.seedTemplates();
  const unit = (
    unitId: string,
    name: string,
    type: 'command-centre' | 'department' | 'subdistrict-office' | 'community-committee' | 'grid',
    areaCode: string,
  ) => ({ id: unitId, name: { zh: name }, shortName: name, type, areaCode });
  await database.transaction(async (tx) => {
    await territory.loadAreas(tx, areas());
    await organisations.loadOrganisations(tx, [
      unit(units.centre, '指挥中心', 'command-centre', district),
      unit(units.cityManagement, '城管局', 'department', district),
      unit(units.housing, '住建局', 'department', district),
      unit(units.water, '水务局', 'department', district),
      unit(units.sub1, '第1街道办', 'subdistrict-office', `${district}001`),
      unit(units.sub2, '第2街道办', 'subdistrict-office', `${district}002`),
      unit(units.community111, '第1社区居委会', 'community-committee', `${district}001001`),
      unit(units.grid1, '第1网格', 'grid', `${district}001001001`),
    ]);
    await organisations.loadResponsibilities(
      tx,
      [...new Set(catalogue.filter((row) => row.parent === null).map((row) => row.code))].map((category) => ({
        category,
        areaCode: district,
        leadOrganisationId: units.cityManagement,
        assistOrganisationIds: [],
      })),
    );
  });
  const residents = new Map<string, Actor>();
  const app = await createFloor({
    database,
    routes: modules.flatMap((module) => module.routes),
    raw: modules.flatMap((module) => (module.raw ? [module.raw] : [])),
    // Tests say who they are; how one signs in is tested in identity.
    authenticate: async (request) => {
      const name = request.headers['x-actor'];
      if (typeof name !== 'string') return request.headers.authorization ? identity.authenticate(request) : anonymous;
      return residents.get(name) ?? people[name as Person] ?? anonymous;
    },
    perMinute: { account: 0, address: 0 },
  });
  await app.ready();
  return {
    database,
    territory,
    organisations,
    identity,
    matters,
    intelligence,
    cases,
    files,
    app,
    folder,
    messages,
    sent,
    modules,
    /** A signed-in resident under a name for `x-actor`. */
    async resident(name: string, phone: string): Promise<Actor> {
      const residentId = await identity.residents.record(database, { name, phone });
      const actor: Actor = { kind: 'resident', id: residentId, name, posts: [] };
      residents.set(name, actor);
      return actor;
    },
    /** Lets every consumer read what has been published. */
    async settle(): Promise<void> {
      const consumers = modules.flatMap((module) => module.consumers ?? []);
      const unread = async () =>
        (
          await database.query(
            'select 1 from unnest($1::text[]) name left join platform.cursor c on c.consumer = name where exists (select 1 from platform.fact f where c.tx is null or (f.tx, f.id) > (c.tx, c.id)) limit 1',
            [consumers.map((consumer) => consumer.name)],
          )
        ).length > 0;
      // On a shared server a transaction of anybody holds the newest facts back for a moment.
      for (;;) {
        for (const consumer of consumers) await deliver(database, consumer);
        if (!(await unread())) return;
        await sleep(20);
      }
    },
    /** Lets what the wall rules want be published, as the worker does every minute. */
    async publish(): Promise<void> {
      const job = cases.parts.jobs?.find((one) => one.name === 'cases.publish-by-rule');
      await job?.run({}, { signal: new AbortController().signal });
    },
    /** Calls a route as somebody; gives status and parsed body. */
    async call(
      who: string | null,
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) {
      const response = await app.inject({
        method,
        url,
        headers: { ...(who ? { 'x-actor': who } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const json = response.headers['content-type']?.toString().includes('json');
      return {
        status: response.statusCode,
        // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as they are
        body: (json ? JSON.parse(response.body || 'null') : response.body) as any,
        headers: response.headers,
      };
    },
    async close() {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type District = Awaited<ReturnType<typeof openDistrict>>;
