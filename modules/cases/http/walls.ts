import { anonymous } from '@gongzhi/contract/actor';
import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { CasesCore, CasesPart, WallReaders } from '../cases.ts';
import { commentCase } from '../commands/comment-case.ts';
import { moderateComment } from '../commands/moderate-comment.ts';
import { publicationConsumer } from '../consumers/publish-by-rule.ts';
import { publishByRule } from '../jobs/publish-by-rule.ts';
import { listComments } from '../queries/list-comments.ts';
import { listNearby, listWall, newestOnWall } from '../queries/list-wall.ts';
import { onTheWall, readWallCase } from '../queries/read-wall-case.ts';
import { wallFigures } from '../queries/read-wall-figures.ts';
import type { CaseDetails } from '../rules/case-details.ts';
import { selectEchoes, writeLike } from '../store/likes.ts';

/** The problem wall and the echo wall: what everybody reads, what residents say to it, what staff let be seen. */
export function wallsPart(core: CasesCore): CasesPart & { readers: WallReaders } {
  const figures = wallFigures(core);
  return {
    readers: {
      list: (query) => listWall(core, query),
      read: (number) => readWallCase(core, anonymous, number),
      figures,
      newest: (wall, limit) => newestOnWall(core, wall, limit),
    },
    routes: [
      bind(cases.wall, ({ query }) => listWall(core, query)),
      bind(cases.wallCase, ({ actor, params }) => readWallCase(core, actor, params.number)),
      bind(cases.wallFigures, ({ query }) => figures(query.area ?? null)),
      bind(cases.nearby, ({ query }) => listNearby(core, query)),
      bind(cases.comment, ({ actor, params, body }) => commentCase(core, actor, params.number, body.text)),
      bind(cases.like, async ({ actor, params, body }) => {
        const matter = await onTheWall(core, params.number);
        await writeLike(core.database, matter.id, actor.id as string, body.like);
        const echo = (await selectEchoes(core.database, [matter.id])).get(matter.id);
        return { likes: (echo?.likes ?? 0) + ((matter.details as CaseDetails).likes ?? 0) };
      }),
      bind(cases.moderationList, ({ actor, query }) => listComments(core, actor, query)),
      bind(cases.moderate, ({ actor, params, body }) => moderateComment(core, actor, params.id, body)),
    ],
    consumers: [publicationConsumer()],
    jobs: [publishByRule(core)],
  };
}
