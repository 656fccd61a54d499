import { pino } from 'pino';
import { openControl } from './control.ts';
import { loadDemo } from './load-demo.ts';
import { openProduct } from './product.ts';
import { listen, serve } from './serve.ts';
import type { Settings } from './settings.ts';
import type { Verb } from './verb.ts';

const enoughToLearn = 5000;

interface Roles {
  /** Answer requests. */
  web: boolean;
  /** Do background work. The embedded engine lives in one process, so there both are done here. */
  work: boolean;
}

/** Runs until SIGTERM or SIGINT, then finishes what is in hand. */
export async function runServer(
  settings: Settings,
  roles: Roles,
  verbs: readonly Verb[],
  ready?: (address: string) => Promise<void> | void,
): Promise<void> {
  const log = pino({ level: settings.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] }, pino.destination(2));
  const starting = roles.web ? await listen(settings.port, settings.host) : null;
  const product = await openProduct(settings, log).catch((error) => {
    starting?.server.close();
    throw error;
  });
  const embedded = product.database.engine === 'embedded';
  const loaded =
    settings.demo &&
    roles.web &&
    (await loadDemo(product, { cases: settings.demoCases, onProgress: (what, done, total) => starting?.tell(what, done, total) }));
  // Queues are made before anybody can send to them.
  await product.jobs.open();
  // The demo district learns from its own closed cases once the first looks at it are over; a small one has too few to say anything.
  if (loaded && settings.demoCases >= enoughToLearn) await product.jobs.send('intelligence.train', {}, { key: 'first', after: 60 });
  const app = starting
    ? await serve(product, starting, {
        level: settings.logLevel,
        redact: ['req.headers.cookie', 'req.headers.authorization'],
        stream: process.stderr,
      } as object)
    : null;
  if (roles.work || embedded) await product.jobs.work();
  const closeControl = embedded ? await openControl(product, verbs) : async () => {};
  const address = `http://localhost:${settings.port}`;
  await ready?.(address);

  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  log.info('stopping: finishing what is in hand');
  // A request that hangs must not keep the process for ever.
  setTimeout(() => process.exit(1), 30_000).unref();
  // The app ends its open streams and refuses what comes now; the port was not its own, so what is in hand is waited for here.
  const drained = starting?.drain();
  await app?.close();
  await drained;
  await closeControl();
  await product.close();
  log.info('stopped');
}
