import type { cases, WallCase } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';

type Shown = AnswerOf<typeof cases.wallCase>;

/** A wall in the words of schema.org: a collection of its cases. */
export const meaningOfWall = (name: string, site: string, items: readonly WallCase[]): Record<string, unknown> => ({
  '@type': 'CollectionPage',
  name,
  mainEntity: {
    '@type': 'ItemList',
    itemListElement: items.map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: item.title,
      url: `${site}/wall/${item.number}`,
    })),
  },
});

/** A case in the words of schema.org. Its author is the office that answers: who reported it is nobody's business. */
export const meaningOfCase = (site: string, item: Shown): Record<string, unknown> => ({
  '@type': 'Article',
  headline: item.title.slice(0, 110),
  url: `${site}/wall/${item.number}`,
  identifier: item.number,
  datePublished: item.openedAt,
  dateModified: item.story.at(-1)?.at ?? item.closedAt ?? item.openedAt,
  author: { '@type': 'GovernmentOrganization', name: item.owner ?? '共治' },
  ...(item.body ? { articleBody: item.body } : {}),
  ...(item.photos.length > 0 ? { image: item.photos.map(({ url }) => `${site}${url}`) } : {}),
  contentLocation: {
    '@type': 'Place',
    name: item.areaName,
    ...(item.location ? { geo: { '@type': 'GeoCoordinates', ...item.location } } : {}),
  },
  interactionStatistic: {
    '@type': 'InteractionCounter',
    interactionType: 'https://schema.org/LikeAction',
    userInteractionCount: item.likes,
  },
  commentCount: item.comments,
  comment: item.commentList.map(({ text, author, at }) => ({
    '@type': 'Comment',
    text,
    dateCreated: at,
    author: { '@type': 'Person', name: author },
  })),
});
