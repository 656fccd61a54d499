import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { reached, steps } from '../../web/src/resident/case-states.ts';
import { fact, frame, icon, stateMark } from './frame.ts';
import { html, type Markup } from './html.ts';
import type { Words } from './words.ts';

/** How far a case is, as `resident/followed-case.tsx` draws it. */
function progress({ resident }: Words, state: string): Markup | null {
  const at = reached[state];
  if (at === undefined) return null;
  const step = (name: string, index: number) =>
    html`<li class="${index < at ? 'is-past' : index === at ? 'is-now' : ''}"><span class="case-progress-mark" aria-hidden="true">${index + 1}</span>${resident(`followed.steps.${name}`)}</li>`;
  return html`<ol class="case-progress" aria-label="${resident('followed.progress')}">${steps.map(step)}</ol>`;
}

type Shown = AnswerOf<typeof cases.wallCase>;

/** One published case without a script: who answers for it, by when, what was done, pictures, story and comments. */
export function casePage(words: Words, item: Shown): Markup {
  const { say, moment, resident } = words;
  const outcome = item.outcome && item.closedAt ? (resident(`outcome.${item.outcome}`) ?? item.outcome) : null;
  const section = (name: string, content: Markup | string | null) =>
    content === null ? null : html`<section class="public-card"><h2>${say(name)}</h2><p class="wall-case-body">${content}</p></section>`;
  return frame(
    words,
    html`<main tabindex="-1" class="public-narrow">
<a class="public-line" href="/wall">${icon(16)}${say('case.back')}</a>
<article class="wall-case">
<header class="public-card">
<div class="public-line">${stateMark(words, item.state)}${item.categoryName ? html`<span class="tag tag-grey">${item.categoryName}</span>` : null}<code>${item.number}</code></div>
<h1>${item.title}</h1>
<p class="public-line"><span>${icon(14)} ${item.areaName}</span><span>${say('wall.opened', { at: moment(item.openedAt) })}</span></p>
${progress(words, item.state)}
<dl class="facts">
${fact(resident('followed.owner') ?? '', item.owner ?? say('wall.noOwner'))}
${fact(say('wall.due'), item.dueAt && moment(item.dueAt))}
${fact(resident('followed.outcome') ?? '', outcome)}
${fact(say('case.satisfaction'), item.satisfaction === null ? null : `${item.satisfaction} / 5`)}
</dl>
<div class="public-line wall-case-concern"><span>${icon(16)} ${say('wall.likes', { count: item.likes })}</span><span>${say('case.likeSignIn')}</span><a class="button" href="/m/sign-in?back=/wall/${item.number}">${say('case.signIn')}</a></div>
</header>
${section('case.measure', item.measure)}
${section('case.result', item.result ?? outcome ?? say('case.noResult'))}
${
  item.photos.length > 0
    ? html`<section class="public-card"><h2>${say('case.photos')}</h2><ul class="photo-strip">${item.photos.map(({ url, stage }) => html`<li><a href="${url}"><img src="${url}?size=preview" alt="${resident(`photos.${stage}`) ?? stage}" loading="lazy"></a></li>`)}</ul></section>`
    : null
}
${section('case.said', item.body ?? say('case.hidden'))}
<section class="public-card"><h2>${say('case.story')}</h2><ol class="timeline">${item.story
      .toReversed()
      .map(
        (entry) =>
          html`<li class="timeline-item"><div class="timeline-head"><strong>${resident(`action.${entry.action}`) ?? resident('action.other')}</strong> <time datetime="${entry.at}">${moment(entry.at)}</time></div>${entry.organisation ? html`<div class="timeline-by">${entry.organisation}</div>` : null}${entry.note ? html`<div class="timeline-body">${entry.note}</div>` : null}</li>`,
      )}</ol></section>
<section class="public-card"><h2>${say('comments.title')}</h2>${
      item.commentList.length === 0
        ? html`<p class="field-hint">${say('comments.none')}</p>`
        : html`<ul class="wall-comments">${item.commentList.map((comment) => html`<li><p class="public-line"><strong>${comment.author}</strong> <time datetime="${comment.at}">${moment(comment.at)}</time></p><p>${comment.text}</p></li>`)}</ul>`
    }</section>
</article>
</main>`,
  );
}

/** What stands at the address of a case that is not on a wall. */
export const missingPage = (words: Words): Markup =>
  frame(
    words,
    html`<main tabindex="-1" class="public-narrow"><a class="public-line" href="/wall">${words.say('case.back')}</a><h1>${words.say('case.missing')}</h1><p>${words.say('case.missingHint')}</p></main>`,
  );
