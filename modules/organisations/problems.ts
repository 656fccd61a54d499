import { catalogue } from '@gongzhi/platform/problems';

/** How organisations says no. */
export const organisationProblems = catalogue({
  'organisation-code-taken': [409, 'Another organisation has this unified social credit code'],
  'organisation-dissolved': [409, 'This organisation is dissolved'],
  'organisation-answers': [409, 'This organisation still stands on the responsibility list'],
  'organisation-has-children': [409, 'Organisations below this one would be left without it'],
  'post-held': [409, 'Somebody holds this post'],
  'already-appointed': [409, 'This person holds this post at that time already'],
  'tenure-ended': [409, 'This tenure has ended'],
  'administrators-separate': [409, 'One person is not two of the three administrators'],
});
