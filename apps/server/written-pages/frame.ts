import { toneOf } from '../../web/src/resident/case-states.ts';
import { html, type Markup } from './html.ts';
import type { Words } from './words.ts';

/** The frame of the public pages, as `public/frame.tsx` draws it. */
export const frame = ({ say, language }: Words, content: Markup): Markup => html`<div class="public">
<header class="public-top">
<a class="public-brand" href="/"><img src="/logo.svg" alt="" width="30" height="30">${language === 'zh' ? '共治' : 'Gongzhi'}</a>
<nav aria-label="${say('nav.label')}"><a href="/wall">${say('nav.wall')}</a><a href="/m/report">${say('nav.report')}</a><a href="/m/mine">${say('nav.mine')}</a></nav>
</header>
<div class="public-page">${content}</div>
</div>`;

export const stateMark = (words: Words, state: string): Markup =>
  html`<span class="state state-${toneOf(state)}"><span class="state-mark" aria-hidden="true"></span>${words.resident(`state.${state}`) ?? state}</span>`;

/** The place of a picture that the script draws: nothing moves when it comes. */
export const icon = (size: number): Markup => html`<svg class="icon" width="${size}" height="${size}" aria-hidden="true"></svg>`;

/** A pair of a list of facts; nothing where there is no value. */
export const fact = (name: string, value: string | Markup | null): Markup | null =>
  value === null ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
