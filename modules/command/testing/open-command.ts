// The small district of cases with the command platform on top, for tests.
import { createHmac } from 'node:crypto';
import type { Actor } from '@gongzhi/contract/actor';
import { anonymous } from '@gongzhi/contract/actor';
import { createNotifications } from '@gongzhi/notifications';
import { migrate } from '@gongzhi/platform/database';
import { createFloor } from '@gongzhi/platform/http';
import { deliver } from '@gongzhi/platform/outbox';
import { openDistrict } from '../../cases/testing/district.ts';
import { createCommand } from '../index.ts';

export { districtCode, gridCode, people, pointIn, staff, units } from '../../cases/testing/district.ts';

/** Opens everything; the clock stands where `at` puts it. Actors are named by the header `x-actor`. */
export async function openCommand(actors: Record<string, Actor>) {
  const district = await openDistrict();
  const { database, territory, organisations, identity, matters, cases, files } = district;
  const clock = { now: () => new Date() };
  const notifications = createNotifications({
    database,
    organisations,
    identity,
    matters,
    sms: { send: async () => {} },
    mail: null,
    publicUrl: null,
    secret: (purpose) => createHmac('sha256', 'test').update(purpose).digest(),
    surveyLink: () => '',
  });
  const command = createCommand({
    ...{ database, territory, organisations, identity, matters, cases, notifications, files },
    send: async () => {},
    secret: (purpose) => createHmac('sha256', 'test').update(purpose).digest(),
    now: () => clock.now(),
  });
  const modules = [...district.modules, notifications.parts, command.parts];
  await migrate(database, [notifications.parts.migrations, command.parts.migrations]);
  const app = await createFloor({
    database,
    routes: modules.flatMap((module) => module.routes),
    raw: modules.flatMap((module) => (module.raw ? [module.raw] : [])),
    authenticate: async (request) => actors[String(request.headers['x-actor'])] ?? anonymous,
    perMinute: { account: 0, address: 0 },
  });
  await app.ready();
  return {
    ...district,
    app,
    command,
    clock,
    async call(who: string | null, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) {
      const response = await app.inject({
        method,
        url,
        headers: { ...(who ? { 'x-actor': who } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const json = response.headers['content-type']?.toString().includes('json');
      return {
        status: response.statusCode,
        // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as they are
        body: (json ? JSON.parse(response.body || 'null') : response.body) as any,
        headers: response.headers,
        raw: response.rawPayload,
      };
    },
    /** Lets the consumers of command read what was published. */
    async settle(): Promise<void> {
      await district.settle();
      const consumers = command.parts.consumers ?? [];
      for (const consumer of consumers)
        for (;;) {
          await deliver(database, consumer);
          const [left] = await database.query(
            'select 1 from platform.fact f left join platform.cursor c on c.consumer = $1 where c.tx is null or (f.tx, f.id) > (c.tx, c.id) limit 1',
            [consumer.name],
          );
          if (!left) break;
        }
    },
    async run(job: string): Promise<void> {
      await command.parts.jobs?.find((one) => one.name === job)?.run({}, { signal: new AbortController().signal });
    },
    async close() {
      await app.close();
      await district.close();
    },
  };
}
export type CommandDistrict = Awaited<ReturnType<typeof openCommand>>;
