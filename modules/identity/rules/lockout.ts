/** How failures lock: from `after` of them on, for `lockSeconds`, doubling with each further one up to `mostSeconds`. */
export interface LockRule {
  after: number;
  /** After so long without a try all is forgotten. */
  forgetSeconds: number;
  /** Besides, one failure is forgotten each time this has passed; null where none is. */
  decaySeconds: number | null;
  lockSeconds: number;
  mostSeconds: number;
}

/** One username, known or not: five failures, fifteen minutes. */
export const usernameLock: LockRule = { after: 5, forgetSeconds: 900, decaySeconds: null, lockSeconds: 900, mostSeconds: 900 };
/**
 * One address. A whole office may stand behind it, whose slips of a day must not add up: so it takes twenty, less one for every three
 * minutes, and begins with a minute.
 */
export const addressLock: LockRule = { after: 20, forgetSeconds: 7200, decaySeconds: 180, lockSeconds: 60, mostSeconds: 3600 };
