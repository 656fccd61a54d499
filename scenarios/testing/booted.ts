// The whole product, composed and served on a port of its own, with a small demo district: for journeys and for tests of the doors.
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { system } from '@gongzhi/contract/actor';
import type { Role } from '@gongzhi/contract/permissions';
import { hashPassword } from '@gongzhi/identity';
import { deliver } from '@gongzhi/platform/outbox';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { loadDemo } from '../../apps/server/load-demo.ts';
import { openProduct, type Product } from '../../apps/server/product.ts';
import { listen, serve } from '../../apps/server/serve.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { type Client, createClient } from './client.ts';
import { freshDatabase } from './fresh-database.ts';

export interface BootOptions {
  /** Cases of the demo; 300 unless told. */
  cases?: number;
  /** Calls a minute; without limit unless told. */
  perMinute?: { account: number; address: number };
  /** Timers, deliveries and consumers run as in a real process; only then do notices, figures and webhooks come by themselves. */
  work?: boolean;
  /** Further settings, by the names of the environment. */
  env?: Record<string, string>;
}

export interface Booted extends Client {
  address: string;
  product: Product;
  /** Every line that the server has logged. */
  log: string[];
  /** Signs a resident in by telephone, as `resident` or under another name. */
  enterResident(name?: string, phone?: string): Promise<void>;
  /** Gives a new person a post in an organisation and signs that person in under a name. */
  enterStaff(name: string, role: Role, organisationId: string): Promise<void>;
  /** The same with several posts in one person. */
  enterHolder(name: string, posts: readonly { role: Role; organisationId: string }[]): Promise<void>;
  /** Makes an API token and its bearer known under a name; gives its text. */
  enterToken(name: string, scopes: readonly string[], areaCode?: string): Promise<string>;
  /** Lets every consumer read what has been published; for servers without background work. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens everything on a fresh database. Use it in `beforeAll`, and `close` in `afterAll`. */
export async function openBooted({
  cases = 300,
  perMinute = { account: 0, address: 0 },
  work = false,
  env = {},
}: BootOptions = {}): Promise<Booted> {
  const database = await freshDatabase();
  const log: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      done();
    },
  });
  const settings = {
    ...readSettings({ GONGZHI_DATA: database.folder, GONGZHI_DEMO: '1', ...(database.url ? { DATABASE_URL: database.url } : {}), ...env }),
    perMinute,
  };
  const product = await openProduct(settings, pino({ level: 'info' }, stream));
  await loadDemo(product, { cases });
  const starting = await listen(0, '127.0.0.1');
  const { port } = starting.server.address() as AddressInfo;
  await product.jobs.open();
  const app = await serve(product, starting, { level: 'info', redact: ['req.headers.cookie', 'req.headers.authorization'], stream });
  await app.ready();
  if (work) await product.jobs.work();
  const address = `http://127.0.0.1:${port}`;
  const client = createClient(address);
  const enterHolder: Booted['enterHolder'] = async (name, held) => {
    const [personId, password] = [uuidv7(), `Test-${uuidv7()}`];
    const posts = held.map((post) => ({ id: uuidv7(), ...post }));
    const username = `test-${personId.slice(-12)}`;
    const passwordHash = await hashPassword(password);
    await product.database.transaction(async (tx) => {
      await product.organisations.loadPersons(tx, [{ id: personId, name: '测试员', phone: '13800000000' }]);
      await product.organisations.loadPosts(
        tx,
        posts.map((post) => ({ ...post, template: null, title: post.role, termYears: null })),
      );
      await product.organisations.loadTenures(
        tx,
        posts.map((post) => ({ id: uuidv7(), postId: post.id, personId, from: '2020-01-01', to: null })),
      );
      await product.identity.loadAccounts(tx, [{ id: uuidv7(), username, personId, passwordHash }]);
    });
    await client.signIn(name, username, password);
  };
  return {
    ...client,
    address,
    product,
    log,
    async enterResident(name = 'resident', phone = '13900001111') {
      await client.call(null, 'POST', '/api/residents/code', { phone });
      const code = /\b\d{6}\b/.exec(log.findLast((line) => line.includes('text message')) ?? '')?.[0];
      const answer = await client.call(null, 'POST', '/api/residents/session', { phone, code });
      const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('gongzhi='));
      if (!cookie) throw new Error(`the resident was not let in: ${answer.status} ${answer.text}`);
      client.introduce(name, { cookie: cookie.split(';')[0] as string });
    },
    enterStaff: (name, role, organisationId) => enterHolder(name, [{ role, organisationId }]),
    enterHolder,
    async enterToken(name, scopes, areaCode = '') {
      const { token } = await product.identity.createToken(system, { name, scopes: scopes as never, areaCode });
      client.introduce(name, { authorization: `Bearer ${token}` });
      return token;
    },
    async settle() {
      const consumers = product.modules.flatMap((module) => module.consumers ?? []);
      const unread = () =>
        product.database.query(
          `select 1 from unnest($1::text[]) name left join platform.cursor c on c.consumer = name
           where exists (select 1 from platform.fact f where c.tx is null or (f.tx, f.id) > (c.tx, c.id)) limit 1`,
          [consumers.map((consumer) => consumer.name)],
        );
      // On a shared server a transaction of anybody holds the newest facts back for a moment.
      for (;;) {
        for (const consumer of consumers) await deliver(product.database, consumer);
        if ((await unread()).length === 0) return;
        await sleep(20);
      }
    },
    async close() {
      const drained = starting.drain();
      await app.close();
      await drained;
      await product.identity.close();
      await product.close();
      await database.remove();
    },
  };
}
