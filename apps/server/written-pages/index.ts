import { createHash } from 'node:crypto';
import { cases } from '@gongzhi/contract/cases';
import { MatterNumber } from '@gongzhi/contract/primitives';
import { cached } from '@gongzhi/platform/database';
import { Refusal } from '@gongzhi/platform/problems';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { wallStates } from '../../web/src/resident/case-states.ts';
import type { Product } from '../product.ts';
import { casePage, missingPage } from './case-page.ts';
import type { documents } from './document.ts';
import { headOf } from './head.ts';
import { html } from './html.ts';
import { wallPage } from './list-page.ts';
import { meaningOfCase, meaningOfWall } from './meaning.ts';
import { robots, sitemap } from './search-engines.ts';
import { languageOf, wordsIn } from './words.ts';

const listSources = ['src/public/frame.tsx', 'src/public/texts.ts', 'src/resident/texts.ts', 'src/public/wall/page.tsx'];
const caseSources = ['src/public/frame.tsx', 'src/public/texts.ts', 'src/resident/texts.ts', 'src/public/wall-case/page.tsx'];
const onPage = 20;
const inSitemap = 5000;
const hour = 3600;

/**
 * The walls as whole pages, readable without a script and by search engines; the script takes them over. An unchanged page is not sent
 * again. Calls are limited by address like those of the interface.
 */
export function wallPages(app: FastifyInstance, product: Product, document: ReturnType<typeof documents>): void {
  const { cases: module, territory, organisations, settings } = product;
  const siteOf = (request: FastifyRequest) => settings.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
  const { account, address } = settings.perMinute;
  const options = account > 0 ? { config: { rateLimit: { max: address } } } : {};
  const send = (request: FastifyRequest, reply: FastifyReply, page: string, type = 'text/html') => {
    const tag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
    reply.header('cache-control', 'no-cache').header('vary', 'accept-language').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type(`${type}; charset=utf-8`).send(page);
  };

  app.get('/wall', options, async (request, reply) => {
    // A form without a script sends the fields that were left empty as well.
    const given = Object.entries(request.query as Record<string, string>).filter(([, value]) => value !== '');
    const asked = cases.wall.query?.safeParse({ ...Object.fromEntries(given), limit: onPage });
    // The script says what is wrong with an address that nobody was given.
    if (!asked?.success) return reply.code(400).type('text/html; charset=utf-8').send(document.plain);
    const query = asked.data;
    const words = wordsIn(languageOf(request.headers['accept-language']));
    const found = await Promise.all([
      module.walls.list(query),
      module.walls.figures(query.area ?? null),
      territory.directory(),
      organisations.categories(),
    ]).catch(refused);
    if (!found) return reply.code(400).type('text/html; charset=utf-8').send(document.plain);
    const [list, figures, areas, categories] = found;
    const link = (change: Record<string, string | undefined>) => {
      const { wall, state, area, category, text, cursor } = query;
      const values = { wall: wall === 'echoes' ? wall : undefined, area, category, state: state?.join(), text, cursor, ...change };
      const search = new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();
      return search ? `/wall?${search}` : '/wall';
    };
    const site = siteOf(request);
    const name = words.say(`wall.${query.wall}`);
    const feed = (format: 'atom' | 'rss') => ({
      type: `application/${format}+xml`,
      title: name,
      href: `/api/wall.${format}${link({ cursor: undefined }).slice('/wall'.length)}`,
    });
    const body = wallPage({
      words,
      query,
      items: list.items,
      figures,
      subdistricts: [...areas.all()].filter(({ level }) => level === 'subdistrict'),
      categories: categories.all().filter(({ parent }) => parent === null),
      states: wallStates[query.wall],
      link,
      next: list.next,
    });
    const title = `${words.say('wall.title')} · ${words.language === 'zh' ? '共治' : 'Gongzhi'}`;
    const head = headOf({
      words,
      title,
      description: words.say('wall.lead'),
      site,
      canonical: link({}),
      type: 'website',
      image: null,
      feeds: [feed('atom'), feed('rss')],
      aside: Boolean(query.text),
      meaning: meaningOfWall(name, site, list.items),
    });
    return send(request, reply, document.write({ language: words.language, title, head, body, sources: listSources }));
  });

  app.get('/wall/:number', options, async (request, reply) => {
    const words = wordsIn(languageOf(request.headers['accept-language']));
    const number = MatterNumber.safeParse((request.params as { number: string }).number);
    const item = number.success ? await module.walls.read(number.data).catch(refused) : null;
    const site = siteOf(request);
    if (!item) {
      const [title, head] = [words.say('case.missing'), html`<meta name="robots" content="noindex">`];
      return reply
        .code(404)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(document.write({ language: words.language, title, head, body: missingPage(words), sources: caseSources }));
    }
    const picture = item.photos.find(({ stage }) => stage === 'after') ?? item.photos[0];
    const head = headOf({
      words,
      title: item.title,
      description: [item.result, item.body, item.owner, item.areaName].filter(Boolean).join(' · '),
      site,
      canonical: `/wall/${item.number}`,
      type: 'article',
      image: picture ? picture.url : null,
      feeds: [],
      meaning: meaningOfCase(site, item),
    });
    return send(
      request,
      reply,
      document.write({ language: words.language, title: item.title, head, body: casePage(words, item), sources: caseSources }),
    );
  });

  const newest = cached(
    async () => (await Promise.all([module.walls.newest('problems', inSitemap), module.walls.newest('echoes', inSitemap)])).flat(),
    hour,
  );
  app.get('/sitemap.xml', options, async (request, reply) =>
    send(request, reply, sitemap(siteOf(request), await newest.get()), 'application/xml'),
  );
  app.get('/robots.txt', options, async (request, reply) => send(request, reply, robots(siteOf(request)), 'text/plain'));
}

/** What was asked for is not there, or no such question: null. Anything else went wrong and is told as such. */
function refused(error: unknown): null {
  if (error instanceof Refusal && error.status < 500) return null;
  throw error;
}
