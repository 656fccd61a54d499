import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { allRoutes } from '@gongzhi/contract';
import { Problem } from '@gongzhi/contract/primitives';
import { schemaVersion } from '@gongzhi/platform/database';
import { createFloor, openApiDocument } from '@gongzhi/platform/http';
import type { FastifyInstance } from 'fastify';
import { serveMapFile } from './map-file.ts';
import type { Product } from './product.ts';
import { documents } from './written-pages/document.ts';
import { html } from './written-pages/html.ts';
import { wallPages } from './written-pages/index.ts';
import { phoneHome } from './written-pages/phone-home.ts';
import { languageOf } from './written-pages/words.ts';

/** Where the built pages lie; the usual place unless the operator keeps them elsewhere. */
const dist = process.env.GONGZHI_WEB || join(import.meta.dirname, '../web/dist');
const version = (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version;

/** The server's face while it is not ready: what it is doing, in words; `/health` is 503. */
export interface Starting {
  /** Listens and tells how far the start has come. */
  tell(text: string, done?: number, total?: number): void;
  /** From now on the product answers. */
  hand(listener: RequestListener): void;
  server: ReturnType<typeof createServer>;
  /** Takes no more connections and waits until every request in hand is answered. */
  drain(): Promise<void>;
}

/** Takes the port at once, so that whoever looks sees progress and not a refused connection. */
export async function listen(port: number, host: string): Promise<Starting> {
  let state = { text: '正在启动 Starting', done: 0, total: 0 };
  let current: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
    const json = !request.headers.accept?.includes('text/html');
    response.writeHead(503, {
      'content-type': json ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8',
      'retry-after': '2',
      'cache-control': 'no-store',
    });
    response.end(
      json
        ? JSON.stringify({
            type: 'urn:gongzhi:problem:starting',
            title: 'The server is starting',
            status: 503,
            code: 'starting',
            detail: state.text,
            progress: state,
          })
        : startingPage(state),
    );
  };
  const server = createServer((request, response) => current(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    server,
    tell: (text, done = 0, total = 0) => {
      state = { text, done, total };
    },
    hand: (listener) => {
      current = listener;
    },
    async drain() {
      const drained = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection that is kept alive becomes idle only after its answer.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      await drained;
      clearInterval(sweep);
    },
  };
}

function startingPage({ text, done, total }: { text: string; done: number; total: number }): string {
  const bar = total > 0 ? `<progress max="${total}" value="${done}"></progress> ${done} / ${total}` : '<progress></progress>';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>共治</title><body style="font:18px/1.7 system-ui,sans-serif;margin:20vh auto;max-width:32em;padding:0 1em"><h1>共治 Gongzhi</h1><p>${text}</p><p>${bar}</p></body></html>`;
}

/** Puts the product behind the port. Gives back the app, whose `close` lets requests in hand finish. */
export async function serve(product: Product, starting: Starting, logger: boolean | object): Promise<FastifyInstance> {
  const { settings } = product;
  let listener: RequestListener | undefined;
  const app = await createFloor({
    database: product.database,
    routes: product.modules.flatMap((module) => module.routes),
    raw: product.modules.flatMap((module) => (module.raw ? [module.raw] : [])),
    authenticate: (request) => product.identity.authenticate(request),
    logger,
    trustProxy: settings.trustProxy,
    perMinute: settings.perMinute,
    picturesFrom: settings.map.origins,
    secure: settings.publicUrl?.startsWith('https:') ?? false,
    serverFactory: (handler) => {
      listener = handler as RequestListener;
      return starting.server;
    },
  });
  const schema = await schemaVersion(product.database);
  app.get('/health', async (_request, reply) => {
    await product.database.query('select 1');
    return reply.header('cache-control', 'no-store').send({ status: 'ok', engine: product.database.engine, schema, version });
  });
  const document = JSON.stringify(
    openApiDocument(allRoutes, {
      title: 'Gongzhi 共治',
      version,
      description:
        'The open platform for urban grassroots governance. Lists are keyset pages; creations take an Idempotency-Key; every refusal is problem+json with a stable code.',
      problem: Problem,
    }),
  );
  app.get('/api/openapi.json', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(document));
  if (existsSync(dist)) await pages(app, product);
  if (settings.map.file) serveMapFile(app, settings.map.file);
  await app.ready();
  // Only now: a request before would meet a floor that is not laid.
  starting.hand(listener as RequestListener);
  return app;
}

/** Sources that a first view needs beside the entry, by the beginning of its address; the first that fits. */
const early: readonly (readonly [string, readonly string[]])[] = [
  ['/m/*', ['src/mobile/frame.tsx', 'src/mobile/texts.ts', 'src/resident/texts.ts']],
  ['/console', ['src/console/frame.tsx', 'src/console/texts.ts']],
  ['/console/cases', ['src/console/frame.tsx', 'src/console/texts.ts', 'src/console/cases/page.tsx']],
  ['/console/*', ['src/console/frame.tsx', 'src/console/texts.ts']],
  ['/survey/*', ['src/public/frame.tsx', 'src/public/texts.ts', 'src/resident/texts.ts', 'src/public/survey/page.tsx']],
  ['/follow/*', ['src/public/frame.tsx', 'src/public/texts.ts', 'src/resident/texts.ts', 'src/public/follow/page.tsx']],
  ['/login', ['src/shell/login/page.tsx']],
  ['/', ['src/shell/front-door/page.tsx']],
  ['/screen', []],
  ['/screen/*', []],
];

const phoneSources = ['src/mobile/frame.tsx', 'src/mobile/texts.ts', 'src/resident/texts.ts', 'src/mobile/home/page.tsx'];
const phoneHead = html`<meta name="description" content="随手拍、查进度、看公开；网格员办任务。">`;

/** The web: hashed files for ever, the walls written here, the one page for every other address. */
async function pages(app: FastifyInstance, product: Product): Promise<void> {
  const document = documents(dist);
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const [path, sources] of early) {
    const page = document.early(sources);
    app.get(path, (_request, reply) => reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page));
  }
  const homes = Object.fromEntries(
    (['zh', 'en'] as const).map((language) => {
      const parts = {
        language,
        title: language === 'zh' ? '共治' : 'Gongzhi',
        head: phoneHead,
        body: phoneHome(language),
        sources: phoneSources,
      };
      return [language, document.write(parts)];
    }),
  );
  const phoneAgain = document.early(phoneSources);
  app.get('/m', (request, reply) => {
    // For whoever is signed in the first page is another one: the script draws it.
    const page = /(^|;\s*)gongzhi=/.test(request.headers.cookie ?? '') ? phoneAgain : homes[languageOf(request.headers['accept-language'])];
    return reply.header('cache-control', 'no-cache').header('vary', 'accept-language, cookie').type('text/html; charset=utf-8').send(page);
  });
  wallPages(app, product, document);
}
