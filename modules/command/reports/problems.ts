import { catalogue } from '@gongzhi/platform/problems';

/** How reports say no. */
export const reportProblems = catalogue({
  'report-not-found': [404, 'There is no such report'],
  'report-changed': [409, 'Somebody else has changed the report since you looked'],
  'report-issued': [409, 'The report is issued; a correction is the next edition'],
  'report-draft-exists': [409, 'There is a draft for this month; finish it first'],
  'report-month-running': [422, 'The month has not begun yet'],
});
