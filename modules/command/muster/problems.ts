import { catalogue } from '@gongzhi/platform/problems';

/** How a muster says no. */
export const musterProblems = catalogue({
  'muster-not-found': [404, 'There is no such muster'],
  'nobody-to-call': [422, 'Nobody fits who is not called already'],
  'muster-over': [409, 'The muster has been stood down'],
  'call-unknown': [404, 'This call is not known'],
  'sign-in-before-call': [409, 'Nobody signs in before the call'],
  'sign-in-far': [409, 'That is too far from the place of the muster'],
  'sign-in-no-place': [409, 'The muster has no place; enter the code that is shown at the scene'],
  'code-wrong': [409, 'That is not the code'],
  'code-of-another': [409, 'That is the code of another muster'],
  'not-signed-in': [409, 'Only those who have signed in are put on a post'],
  'on-shift-already': [409, 'This person is on a shift already'],
  'shift-over': [409, 'This shift has ended already'],
  'muster-post-unknown': [422, 'There is no such post in this muster'],
  'muster-post-taken': [409, 'There is a post of this name already'],
  'need-met': [409, 'This need has been met already'],
  'count-running': [409, 'A safety count is running'],
  'people-unaccounted': [409, 'The safety count still misses people'],
});
