import { catalogue } from '@gongzhi/platform/problems';

/** How patrol says no. */
export const patrolProblems = catalogue({
  'patrol-plan-not-found': [404, 'There is no such patrol plan'],
  'patrol-plan-changed': [409, 'Somebody else has changed the plan since you looked'],
  'patrol-entry-not-found': [404, 'There is no such entry of yours'],
  'patrol-entry-empty': [422, 'There is nothing in the entry that a case could be made of'],
  'patrol-checklist-unknown': [422, 'There is no such checklist'],
  'patrol-span-wrong': [400, 'The span ends before it begins, or is longer than 400 days'],
});
