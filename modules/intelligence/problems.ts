import { catalogue } from '@gongzhi/platform/problems';

/** How intelligence says no. */
export const intelligenceProblems = catalogue({
  'model-not-found': [404, 'There is no such version of the model'],
  'drafts-off': [409, 'Drafts are not allowed here, or the operator has named no server for them'],
  'draft-confidential': [409, 'The words of a confidential case do not leave the district'],
  'draft-unavailable': [503, 'The server that writes drafts did not answer; everything else works without it'],
});
