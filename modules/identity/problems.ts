import { catalogue } from '@gongzhi/platform/problems';

/** How identity says no. */
export const identityProblems = catalogue({
  // One answer for an unknown username, a wrong password, a password that has lapsed: who asks learns nothing about accounts.
  'invalid-credentials': [401, 'The username or the password is not right'],
  'second-factor-required': [401, 'The code of the second factor is missing'],
  'second-factor-wrong': [401, 'The code of the second factor is not right, or was used already'],
  'sign-in-locked': [429, 'Too many failures; wait before the next try'],
  'account-disabled': [403, 'This account is disabled'],
  'token-invalid': [401, 'This token is unknown, expired or revoked'],
  'password-weak': [400, 'This password is too easy to guess'],
  'password-wrong': [403, 'The present password is not right'],
  'second-factor-not-begun': [409, 'Begin the second factor first'],
  'second-factor-active': [409, 'The second factor is in use; give it up before beginning another'],
  'username-taken': [409, 'This username is taken'],
  'person-has-account': [409, 'This person has an account already'],
  'subject-taken': [409, 'This identity of the provider belongs to another account'],
  'administrators-separated': [403, 'One administrator may not take over another kind of administrator'],
  'code-wrong': [401, 'The code is not right, or no longer valid'],
  'code-too-soon': [429, 'A code was sent a moment ago'],
  'code-too-many': [429, 'Too many codes were sent to this telephone today'],
  'message-not-sent': [503, 'The text message could not be sent'],
  'purpose-required': [400, 'Say what it is needed for'],
  'resident-not-found': [404, 'This resident is not known, or was erased'],
  'single-sign-on-off': [404, 'Single sign-on is not set up here'],
});

/** Constraints of the schema as refusals. */
export const accountConstraints = {
  account_username_key: () => identityProblems['username-taken'](),
  account_person_key: () => identityProblems['person-has-account'](),
  account_oidc_subject_key: () => identityProblems['subject-taken'](),
};
