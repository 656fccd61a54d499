import { catalogue } from '@gongzhi/platform/problems';

/** How territory says no. */
export const territoryProblems = catalogue({
  'area-exists': [409, 'An area with this code is there already'],
  'area-ended': [409, 'This area has ended'],
  'area-has-children': [409, 'Areas below this one would be left without it'],
  'layer-exists': [409, 'A layer of this name is there already'],
  'calendar-area-taken': [409, 'This area has a calendar already'],
});
