import { catalogue } from '@gongzhi/platform/problems';

/** How the ledger says no. */
export const matterProblems = catalogue({
  'matter-not-found': [404, 'There is no such matter, or it is not yours to see'],
  'action-unknown': [404, 'This kind of matter has no such action'],
  'action-not-now': [409, 'The matter is in a state in which this cannot be done'],
  'action-not-yours': [403, 'On this matter it is not yours to do this'],
  'version-passed': [409, 'Somebody else has acted since you looked'],
  'clock-not-found': [404, 'The matter has no such clock'],
  'file-not-found': [404, 'There is no such file, or it is not yours to see'],
  'file-refused': [422, 'The file is not taken'],
  'external-known': [409, 'A matter with this external number is known already'],
  'calendar-missing': [422, 'The calendar does not hold a year that the deadline needs'],
  'place-unknown': [422, 'The place lies in no area of this district'],
  'view-not-found': [404, 'There is no such view of yours'],
});
