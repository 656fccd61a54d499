import { identityProblems } from '../problems.ts';
import { passwordFaults } from '../rules/password-rules.ts';

const accepted = '10 to 200 characters; three of lower case, upper case, digits, others; no username; no well-known password';

/** Refuses a password with every reason against it, under the name of its field. */
export function demandGoodPassword(password: string, username: string, field: string): void {
  const faults = passwordFaults(password, username);
  if (faults.length > 0)
    throw identityProblems['password-weak']({ detail: faults.join('; '), errors: faults.map((reason) => ({ field, reason, accepted })) });
}
