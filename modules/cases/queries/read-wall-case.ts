import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { matterProblems, type PublicRow } from '@gongzhi/matters';
import type { CasesCore } from '../cases.ts';
import { selectComments } from '../store/comments.ts';
import { selectLiked } from '../store/likes.ts';
import { presentComment } from './present-comment.ts';
import { presentWall, publicWords, wallWanted, wordsOpen } from './present-wall.ts';

/** One published case with its public story and comments; a resident also sees the own ones that wait. Refuses what is not on a wall. */
export async function readWallCase(core: CasesCore, actor: Actor, number: string): Promise<AnswerOf<typeof cases.wallCase>> {
  const row = await core.matters.publicOne({ ...(await wallWanted(core)), number });
  if (!row) throw matterProblems['matter-not-found']();
  const resident = actor.kind === 'resident' ? actor.id : null;
  const [[shown], comments, liked, organisations, categories] = await Promise.all([
    presentWall(core, [row]),
    selectComments(core.database, row.id, resident),
    resident === null ? false : selectLiked(core.database, row.id, resident),
    core.organisations.directory(),
    core.organisations.categories(),
  ]);
  const open = wordsOpen(categories, row);
  return {
    ...(shown as NonNullable<typeof shown>),
    liked,
    story: row.entries.map((entry) => ({
      at: entry.at.toISOString(),
      action: entry.action,
      to: entry.to,
      organisation: entry.organisationId === null ? null : organisations.name(entry.organisationId),
      note: open ? publicWords(entry.note) : null,
    })),
    commentList: comments.map((comment) => presentComment(comment, actor)),
  };
}

/** The published case behind a number, for those who comment on it or like it. */
export async function onTheWall(core: CasesCore, number: string): Promise<PublicRow> {
  const row = await core.matters.publicOne({ ...(await wallWanted(core)), number });
  if (!row) throw matterProblems['matter-not-found']();
  return row;
}
