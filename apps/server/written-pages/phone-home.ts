import type { Language } from '../../web/src/kit/bilingual.ts';
import mobileTexts from '../../web/src/mobile/texts.ts';
import { icon } from './frame.ts';
import { html, type Markup } from './html.ts';
import { textIn } from './words.ts';

/** The phone's first page as `mobile/home/page.tsx` draws it for nobody signed in: it can be read and pressed before the script is there. */
export function phoneHome(language: Language): Markup {
  const say = (key: string) => textIn(mobileTexts[language], key) ?? key;
  const entry = (to: string, name: string) =>
    html`<li><a class="home-entry" href="${to}">${icon(28)}<span><strong>${say(`home.${name}`)}</strong><span>${say(`home.${name}Hint`)}</span></span></a></li>`;
  const tab = (to: string, name: string) => html`<a href="${to}">${icon(24)}${say(`places.${name}`)}</a>`;
  return html`<div class="mobile">
<header class="mobile-top"><a class="mobile-brand" href="/m"><img src="/logo.svg" alt="" width="28" height="28">${say('title')}</a></header>
<div class="mobile-page"><main class="home" tabindex="-1">
<h1>${say('home.title')}</h1>
<a class="home-main" href="/m/report">${icon(44)}<span><strong>${say('home.report')}</strong><span>${say('home.reportHint')}</span></span></a>
<ul class="home-entries">${entry('/m/mine', 'mine')}${entry('/wall', 'wall')}</ul>
<p class="home-foot"><a class="button" href="/m/sign-in">${say('home.signIn')}</a><a class="button button-quiet" href="/login?back=/m/tasks">${say('home.staff')}</a></p>
<p class="home-emergency">${say('home.emergency')}</p>
</main></div>
<nav class="mobile-places" aria-label="${say('places.label')}">${tab('/m', 'home')}${tab('/m/report', 'report')}${tab('/m/mine', 'mine')}</nav>
</div>`;
}
