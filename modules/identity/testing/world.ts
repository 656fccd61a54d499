import { randomBytes } from 'node:crypto';
import type { Role } from '@gongzhi/contract/permissions';
import { type Database, migrate } from '@gongzhi/platform/database';
import { createFloor } from '@gongzhi/platform/http';
import { testDatabase } from '@gongzhi/platform/testing';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { createIdentity, hashPassword, type Identity, type IdentitySettings, type PostSource } from '../index.ts';

/** Persons and posts as organisations would tell them. */
export interface Staff extends PostSource {
  add(name: string, ...posts: [Role, string][]): string;
  give(personId: string, role: Role, areaCode: string): void;
}

export function makeStaff(): Staff {
  const persons = new Map<string, { id: string; name: string; phone: null }>();
  const posts: Awaited<ReturnType<PostSource['postsOfPersons']>> = [];
  const staff: Staff = {
    add(name, ...held) {
      const id = uuidv7();
      persons.set(id, { id, name, phone: null });
      for (const [role, areaCode] of held) staff.give(id, role, areaCode);
      return id;
    },
    give(personId, role, areaCode) {
      posts.push({
        personId,
        postId: uuidv7(),
        role,
        title: role,
        organisationId: uuidv7(),
        organisationName: `机关${areaCode}`,
        areaCode,
      });
    },
    postsOfPersons: async (_connection, ids) => posts.filter((post) => ids.includes(post.personId)),
    person: async (_connection, id) => persons.get(id) ?? null,
    persons: async (_connection, ids) => ids.flatMap((id) => persons.get(id) ?? []),
  };
  return staff;
}

export interface World {
  database: Database & { url: string | null };
  identity: Identity;
  app: FastifyInstance;
  staff: Staff;
  key: Buffer;
  /** Text messages that were sent, newest last. */
  messages: { phone: string; text: string }[];
  /** Moves the clock of the product; queries of the database follow, for they are told the time. */
  pass(amount: { seconds?: number; minutes?: number; hours?: number; days?: number }): void;
  now(): Date;
  /** An account with the password `password`, which every such account shares, for hashing takes its time. */
  account(username: string, ...posts: [Role, string][]): Promise<{ id: string; personId: string }>;
  /** Calls over HTTP as a browser with this cookie, or as a program with this token. */
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, options?: CallOptions): Promise<Answer>;
  /** Signs in and gives the cookie. */
  enter(username: string, more?: { password?: string; code?: string }): Promise<string>;
  /** Runs work as the login of the tests, whom neither row-level security nor the application role binds. */
  asSuperuser<T>(work: (run: (text: string, values?: unknown[]) => Promise<unknown[]>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface CallOptions {
  body?: unknown;
  cookie?: string | undefined;
  token?: string;
  address?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is its own business
  body: any;
  text: string;
  cookie: string | undefined;
  headers: Record<string, unknown>;
}

export const password = 'Osmanthus-7-tower';

/** A migrated database, identity on it, and the HTTP floor without its limits of calls a minute. */
export async function makeWorld(settings: Partial<IdentitySettings> = {}): Promise<World> {
  const database = await testDatabase();
  const staff = makeStaff();
  const key = randomBytes(32);
  const messages: World['messages'] = [];
  let moment = new Date('2026-03-02T01:00:00Z').getTime();
  const now = () => new Date(moment);
  const sms = { send: async (phone: string, text: string) => void messages.push({ phone, text }) };
  const identity = createIdentity({
    database,
    organisations: staff,
    settings: { key, publicUrl: null, secureCookies: false, oidc: null, ...settings },
    sms,
    now,
  });
  await migrate(database, [
    { module: 'platform', folder: new URL('../../../platform/migrations/', import.meta.url) },
    identity.parts.migrations,
  ]);
  await identity.open();
  const app = await createFloor({
    database,
    routes: identity.parts.routes,
    authenticate: identity.authenticate,
    perMinute: { account: 0, address: 0 },
  });
  const passwordHash = await hashPassword(password);
  const world: World = {
    ...{ database, identity, app, staff, key, messages, now },
    pass({ seconds = 0, minutes = 0, hours = 0, days = 0 }) {
      moment += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
    async account(username, ...posts) {
      const personId = staff.add(`姓${username}`, ...posts);
      const id = uuidv7();
      await database.transaction((tx) => identity.loadAccounts(tx, [{ id, username, personId, passwordHash }]));
      return { id, personId };
    },
    async call(method, url, { body, cookie, token, address, headers = {} } = {}) {
      const answer = await app.inject({
        ...{ method, url, ...(address ? { remoteAddress: address } : {}) },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie ? { cookie: `gongzhi=${cookie}` } : {}),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
      });
      const json = String(answer.headers['content-type'] ?? '').includes('json');
      return {
        status: answer.statusCode,
        body: json ? answer.json() : null,
        text: answer.body,
        cookie: answer.cookies.find((one) => one.name === 'gongzhi')?.value,
        headers: answer.headers,
      };
    },
    async enter(username, more = {}) {
      const { status, cookie, text } = await world.call('POST', '/api/session', { body: { username, password, ...more } });
      if (status !== 200 || !cookie) throw new Error(`${username} could not sign in: ${text}`);
      return cookie;
    },
    async asSuperuser(work) {
      return database.transaction(async (tx) => {
        await tx.query('set local role none');
        return work((text, values) => tx.query(text, values));
      });
    },
    async close() {
      await app.close();
      await identity.close();
      await database.close();
    },
  };
  return world;
}
