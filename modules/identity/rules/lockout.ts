/** How failures lock: after `after` of them within `forgetSeconds`, for `lockSeconds`, doubling with each further one up to `mostSeconds`. */
export interface LockRule {
  after: number;
  forgetSeconds: number;
  lockSeconds: number;
  mostSeconds: number;
}

/** One username, known or not: five failures, fifteen minutes. */
export const usernameLock: LockRule = { after: 5, forgetSeconds: 900, lockSeconds: 900, mostSeconds: 900 };
/** One address. A whole office may stand behind it, so it takes more, and begins with a minute. */
export const addressLock: LockRule = { after: 20, forgetSeconds: 7200, lockSeconds: 60, mostSeconds: 3600 };
