import { catalogue } from '@gongzhi/platform/problems';

/** How the whistle says no. */
export const whistleProblems = catalogue({
  'whistle-unit-unknown': [422, 'There is no such organisation'],
  'whistle-unit-dissolved': [422, 'The organisation has been dissolved'],
  'unit-outside-list': [422, 'The responsibility list does not name this unit here; the district may designate it'],
  'unit-called-already': [409, 'This unit has been called already'],
  'problem-whistled-already': [409, 'An open whistle has been blown for the same problem'],
  'case-not-open': [422, 'Only open cases within your areas can be attached'],
  'whistle-place-missing': [422, 'The place is needed: a point on the map or an area'],
  'whistle-area-not-yours': [403, 'The place lies outside the areas of your posts'],
  'arrival-far': [422, 'The place is too far from the scene'],
  'arrival-before-call': [422, 'The arrival lies before the call'],
  'arrival-in-future': [422, 'The arrival lies in the future'],
  'arrival-unproved': [422, 'An arrival is shown by the place or by the code at the scene'],
  'scene-without-point': [422, 'The scene has no point on the map: use the code at the scene'],
  'scene-code-wrong': [422, 'This is not the code at the scene, or it has changed'],
  'step-done': [409, 'Your unit has done this already'],
  'parts-open': [409, 'Units have not completed their parts'],
  'whistle-ask-waiting': [409, 'An ask waits for its decision first'],
  'whistle-nothing-asked': [409, 'No such ask waits for a decision'],
  'rated-already': [409, 'This has been rated already'],
  'unit-not-called': [422, 'This unit is not part of the whistle'],
});
