import type { cases, WallCase } from '@gongzhi/contract/cases';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { frame, stateMark } from './frame.ts';
import { html, type Markup } from './html.ts';
import type { Words } from './words.ts';

export interface WallPage {
  words: Words;
  query: QueryOf<typeof cases.wall>;
  items: readonly WallCase[];
  figures: AnswerOf<typeof cases.wallFigures>;
  subdistricts: readonly { code: string; name: string }[];
  categories: readonly { code: string; name: { zh: string; en?: string | undefined } }[];
  states: readonly string[];
  /** Address of the same wall with other values; `undefined` takes one away. */
  link(change: Record<string, string | undefined>): string;
  next: string | null;
}

const cell = (count: number | null) => (count === null ? '<5' : count.toLocaleString('zh-CN'));
const percent = (share: number | null, none: string) => (share === null ? none : `${(share * 100).toFixed(1)}%`);

/** The two walls without a script: figures, filters as a form, the cases, and a link to those before. */
export function wallPage(page: WallPage): Markup {
  const { words, query, items, figures, link, next } = page;
  const { say } = words;
  const tab = (wall: 'problems' | 'echoes') =>
    html`<a class="button" href="${link({ wall: wall === 'problems' ? undefined : wall, state: undefined, cursor: undefined })}"${query.wall === wall ? html` aria-current="true"` : null}>${say(`wall.${wall}`)}</a>`;
  return frame(
    words,
    html`<main tabindex="-1">
<header><h1>${say('wall.title')}</h1><p class="wall-lead">${say('wall.lead')}</p></header>
${figuresOf(page, figures)}
<nav class="wall-tabs" aria-label="${say('wall.tabs')}">${tab('problems')}${tab('echoes')}</nav>
${filters(page)}
${items.length === 0 ? html`<p>${say('wall.none')}</p>` : html`<ul class="wall-list">${items.map((item) => card(words, item))}</ul>`}
${next ? html`<p><a class="button" rel="next" href="${link({ cursor: next })}">${say('wall.earlier')}</a></p>` : null}
<p class="public-line wall-feeds">${say('feeds.title')} ${(['atom', 'rss', 'geojson'] as const).map((format) => html`<a href="/api/wall.${format}${link({ cursor: undefined }).slice('/wall'.length)}">${say(`feeds.${format}`)}</a> `)}</p>
</main>`,
  );
}

function figuresOf({ words: { say } }: WallPage, figures: WallPage['figures']): Markup {
  const heads: [string, string][] = [
    ['published', cell(figures.published)],
    ['open', cell(figures.open)],
    ['closed', cell(figures.closed)],
    ['onTime', percent(figures.onTime, say('figures.none'))],
    ['satisfaction', percent(figures.satisfaction, say('figures.none'))],
  ];
  return html`<section class="wall-figures public-card" aria-label="${say('figures.title')}">
<dl>${heads.map(([name, value]) => html`<div><dt>${say(`figures.${name}`)}</dt><dd class="tabular">${value}</dd></div>`)}</dl>
<details><summary>${say('figures.more')}</summary><p class="field-hint">${say('figures.suppressed')}</p><div class="wall-tables">
<table><caption>${say('figures.byArea')}</caption><thead><tr><th scope="col">${say('figures.area')}</th><th scope="col">${say('figures.open')}</th><th scope="col">${say('figures.closed')}</th></tr></thead>
<tbody>${figures.byArea.map((row) => html`<tr><th scope="row">${row.name}</th><td>${cell(row.open)}</td><td>${cell(row.closed)}</td></tr>`)}</tbody></table>
<table><caption>${say('figures.byCategory')}</caption><thead><tr><th scope="col">${say('figures.categoryName')}</th><th scope="col">${say('figures.count')}</th></tr></thead>
<tbody>${figures.byCategory.map((row) => html`<tr><th scope="row">${row.name}</th><td>${cell(row.count)}</td></tr>`)}</tbody></table>
</div></details></section>`;
}

function filters({ words, query, subdistricts, categories, states }: WallPage): Markup {
  const { say, language } = words;
  const option = (value: string, name: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === chosen ? html` selected` : null}>${name}</option>`;
  const select = (name: string, all: string, options: Markup[]) =>
    html`<select class="input" name="${name}" aria-label="${say(`wall.${name}`)}"><option value="">${say(all)}</option>${options}</select>`;
  return html`<form class="wall-filters" role="search" action="/wall">
${query.wall === 'echoes' ? html`<input type="hidden" name="wall" value="echoes">` : null}
${select(
  'area',
  'wall.allAreas',
  subdistricts.map(({ code, name }) => option(code, name, query.area)),
)}
${select(
  'category',
  'wall.allCategories',
  categories.map(({ code, name }) => option(code, (language === 'en' ? name.en : undefined) ?? name.zh, query.category)),
)}
${select(
  'state',
  'wall.allStates',
  states.map((state) => option(state, words.resident(`state.${state}`) ?? state, query.state?.[0])),
)}
<input class="input" type="search" name="text" maxlength="60" aria-label="${say('wall.text')}" placeholder="${say('wall.text')}" value="${query.text ?? ''}">
<button type="submit" class="button">${say('wall.search')}</button>
</form>`;
}

function card({ say, moment, ...words }: Words, item: WallCase): Markup {
  const picture = item.photos.find(({ stage }) => stage === 'after') ?? item.photos[0];
  return html`<li class="wall-card public-card">
<div class="public-line">${stateMark({ say, moment, ...words }, item.state)}${item.categoryName ? html`<span class="tag tag-grey">${item.categoryName}</span>` : null}</div>
<h2><a href="/wall/${item.number}">${item.title}</a></h2>
${picture ? html`<img class="wall-card-picture" src="${picture.url}?size=preview" alt="" loading="lazy">` : null}
${item.body ? html`<p class="wall-card-body">${item.body}</p>` : null}
${item.result ? html`<p class="wall-card-result"><strong>${say('wall.result')}</strong> ${item.result}</p>` : null}
<p class="public-line"><span>${item.areaName}</span><span>${item.owner ? say('wall.owner', { name: item.owner }) : say('wall.noOwner')}</span>
<span>${item.closedAt ? say('wall.closed', { at: moment(item.closedAt) }) : say('wall.opened', { at: moment(item.openedAt) })}</span></p>
<p class="public-line"><span>${say('wall.likes', { count: item.likes })}</span><span>${say('wall.comments', { count: item.comments })}</span></p>
</li>`;
}
