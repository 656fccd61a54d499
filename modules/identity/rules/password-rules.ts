import { isWorst } from './worst-passwords.ts';

export const passwordLength = { least: 10, most: 200 };
const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** As people mean it: full-width and composed forms are one, so that another keyboard does not lock its user out. */
export const canonicalPassword = (password: string) => password.normalize('NFKC');

/**
 * Why a password is refused; empty when it is good. Graded protection level 2 (GB/T 22239) asks for complexity; the list of the worst ones
 * catches those that are complex and known to every attacker.
 */
export function passwordFaults(password: string, username: string): string[] {
  const text = canonicalPassword(password);
  const faults: string[] = [];
  if ([...text].length < passwordLength.least) faults.push(`shorter than ${passwordLength.least} characters`);
  if (text.length > passwordLength.most) faults.push(`longer than ${passwordLength.most} characters`);
  if (classes.filter((kind) => kind.test(text)).length < 3)
    faults.push('fewer than three of: lower case, upper case, digits, other characters');
  if (username.length >= 3 && text.toLowerCase().includes(username.toLowerCase())) faults.push('contains the username');
  if (new Set(text.toLowerCase()).size < 5) faults.push('too few different characters');
  if (isWorst(text)) faults.push('one of the passwords that everybody tries first');
  return faults;
}
