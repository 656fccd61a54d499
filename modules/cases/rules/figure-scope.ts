import { type Actor, areasFor, outermost } from '@gongzhi/contract/actor';
import { caseProblems } from '../problems.ts';

/**
 * The areas whose figures an actor reads: those of its posts, narrowed to the one that is asked for. An empty code is everywhere. Refuses
 * an area that lies under none of them and holds none of them.
 */
export function figureAreas(actor: Actor, wanted: string | undefined): string[] {
  const own = actor.kind === 'system' ? [''] : areasFor(actor, 'figures.read');
  if (wanted === undefined) return own;
  const shared = own.flatMap((code) => (wanted.startsWith(code) ? [wanted] : code.startsWith(wanted) ? [code] : []));
  if (shared.length === 0) throw caseProblems['area-not-yours']({ detail: wanted });
  return outermost(shared);
}
