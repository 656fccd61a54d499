import { hash, type Options, verify } from '@node-rs/argon2';
import { canonicalPassword } from './rules/password-rules.ts';

// OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. `algorithm: 2` is argon2id; the enum has no value at run time.
const parameters: Options = { algorithm: 2 as never, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is stored: argon2id with its salt and parameters. About 20 ms of one core. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonicalPassword(password), parameters);
}

let decoy: Promise<string> | undefined;

/** Whether it is the password. Without a stored one it works just as long and says no, so the time tells nothing about accounts. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const right = await verify(stored ?? (await decoy), canonicalPassword(password));
  return right && stored !== null;
}
