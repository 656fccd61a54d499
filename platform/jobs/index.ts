import { fromPglite, PgBoss } from 'pg-boss';
import type { Database } from '../database/index.ts';
import { deliver, type FactConsumer, factBatch } from '../outbox/index.ts';

export interface JobDefinition<Data extends object = Record<string, unknown>> {
  /** Queue name, such as `cases.import`. */
  name: string;
  /** Runs by itself at these minutes (cron in Asia/Shanghai); without it only when sent. */
  cron?: string;
  /** How often it is tried again after a failure, with growing pauses; 3 unless told. */
  retries?: number;
  /** Seconds after which a run counts as lost and is tried again; 900 unless told. */
  expires?: number;
  run(data: Data, control: { signal: AbortSignal }): Promise<void>;
}

export interface Jobs {
  /** Creates the queues; needed once before `send` in every process. */
  open(): Promise<void>;
  /** Puts a job into its queue. With `key`, a job of the same key that still waits is not doubled. `after` seconds from now at the earliest. */
  send(name: string, data: object, options?: { key?: string; after?: number }): Promise<void>;
  /** Begins to work: timers, queues and consumers of facts. */
  work(): Promise<void>;
  /** Lets running jobs and deliveries finish, then stops. */
  close(): Promise<void>;
}

interface Options {
  database: Database;
  definitions: JobDefinition[];
  consumers: FactConsumer[];
  /** Tells of failures; jobs themselves are tried again by the queue. */
  report(error: unknown, where: string): void;
  /** Milliseconds between looks for new facts. */
  factInterval?: number;
}

/** Jobs and timers by pg-boss on the product's own connections, and the delivery of facts to their consumers. */
export function createJobs({ database, definitions, consumers, report, factInterval = 500 }: Options): Jobs {
  const embedded = database.engine === 'embedded';
  let boss: PgBoss | undefined;
  let stopping = false;
  let loop: Promise<void> = Promise.resolve();
  let wake: () => void = () => {};

  const start = async () => {
    if (boss) return boss;
    const made = new PgBoss({
      db: embedded ? fromPglite(database.native as never) : database,
      backend: embedded ? 'pglite' : 'postgres',
      schema: 'jobs',
    } as ConstructorParameters<typeof PgBoss>[0]);
    made.on('error', (error) => report(error, 'jobs'));
    await made.start();
    for (const job of definitions)
      await made.createQueue(job.name, {
        retryLimit: job.retries ?? 3,
        retryBackoff: true,
        retryDelay: 5,
        expireInSeconds: job.expires ?? 900,
      });
    boss = made;
    return made;
  };

  const deliverAll = async () => {
    while (!stopping) {
      let more = false;
      for (const consumer of consumers) {
        if (stopping) break;
        const read = await deliver(database, consumer).catch((error) => {
          if (!stopping) report(error, `consumer ${consumer.name}`);
          return 0;
        });
        more ||= read === factBatch;
      }
      // What comes in meanwhile is gathered: a consumer costs nearly the same for one fact as for a hundred.
      if (more) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, factInterval).unref();
      });
    }
  };

  return {
    async open() {
      await start();
    },
    async send(name, data, options = {}) {
      await (await start()).send(name, data, {
        ...(options.key ? { singletonKey: options.key } : {}),
        ...(options.after ? { startAfter: options.after } : {}),
      });
    },
    async work() {
      const made = await start();
      for (const job of definitions) {
        await made.work(job.name, { pollingIntervalSeconds: embedded ? 2 : 1 }, async ([item]) => {
          if (item) await job.run((item.data ?? {}) as Record<string, unknown>, { signal: item.signal });
        });
        if (job.cron) await made.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' });
      }
      loop = deliverAll();
    },
    async close() {
      stopping = true;
      wake();
      await loop;
      await boss?.stop({ graceful: true, timeout: 20_000, close: false });
      boss = undefined;
    },
  };
}
