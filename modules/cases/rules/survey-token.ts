import { createHash, createHmac } from 'node:crypto';

/** The token of the link to the survey of a case, 32 characters. Whoever holds it may answer once for each closing; nobody can guess it. */
export function surveyToken(key: Buffer, matterId: string): string {
  return createHmac('sha256', key).update(`survey ${matterId}`).digest().subarray(0, 24).toString('base64url');
}

/** As what a token is kept: who reads the table learns no link. */
export function surveyTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What the key is derived for. */
export const surveyPurpose = 'case-survey';
