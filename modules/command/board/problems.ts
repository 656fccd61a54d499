import { catalogue } from '@gongzhi/platform/problems';

/** How the board says no. */
export const boardProblems = catalogue({
  'board-area-outside': [403, 'The area lies outside those of which you read the board'],
  'hot-spot-not-found': [404, 'There is no such hot spot any more'],
  'alert-not-found': [404, 'There is no such alert'],
  'theme-not-found': [404, 'There is no such theme'],
  'theme-changed': [409, 'Somebody else has changed the theme since you looked'],
  'theme-taken': [409, 'The area has a theme for this month'],
});
