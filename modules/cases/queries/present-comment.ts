import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { CommentRow } from '../store/comments.ts';

/** A comment as it crosses the wire: whose it is stands in the masked name alone. */
export function presentComment(comment: CommentRow, reader: Actor): AnswerOf<typeof cases.comment> {
  return {
    id: comment.id,
    at: comment.at.toISOString(),
    author: comment.author,
    text: comment.text,
    state: comment.state,
    mine: reader.kind === 'resident' && reader.id === comment.residentId,
  };
}
