import type { cases } from '@gongzhi/contract/cases';
import type { MatterDetail } from '@gongzhi/contract/matters';
import type { AnswerOf } from '@gongzhi/contract/route';

export type Suggestions = AnswerOf<typeof cases.suggestFor>;
type Offered = Pick<MatterDetail, 'actions' | 'category'>;

export interface SuggestedAct {
  action: 'file' | 'dispatch';
  input: Record<string, unknown>;
}

/**
 * What the product would do next, of what this person may do now: file under the likeliest category (the one that it has, if it has one),
 * or dispatch to the unit that answers for it. Null where nothing is suggested or nothing of it is offered.
 */
export function suggestedAct(matter: Offered, found: Pick<Suggestions, 'categories' | 'unit'> | undefined): SuggestedAct | null {
  if (!found) return null;
  const offers = (action: string) => matter.actions.some((offer) => offer.action === action);
  const category = matter.category ?? found.categories[0]?.code;
  if (offers('file') && category) return { action: 'file', input: { category } };
  if (offers('dispatch') && found.unit)
    return { action: 'dispatch', input: { lead: found.unit.id, assist: found.unit.assist.map(({ id }) => id) } };
  return null;
}

/** What an act's form should begin with where a suggestion stands for it. */
export function suggestedInput(action: string, matter: Offered, found: Suggestions | undefined): Record<string, unknown> | undefined {
  const only = { ...matter, actions: matter.actions.filter((offer) => offer.action === action) };
  const act = suggestedAct(only, found);
  return act?.input;
}
