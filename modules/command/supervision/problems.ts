import { catalogue } from '@gongzhi/platform/problems';

/** How supervision says no. */
export const cardProblems = catalogue({
  'card-not-found': [404, 'There is no such card, or it is not yours to see'],
  'card-not-now': [409, 'The card is in a state in which this cannot be done'],
  'card-not-yours': [403, 'On this card it is not yours to do this'],
  'card-passed': [409, 'Somebody else has acted on the card since you looked'],
  'card-standing': [409, 'A card of this grade or higher stands already on this matter'],
  'card-unit-missing': [422, 'No unit answers for this matter'],
});
