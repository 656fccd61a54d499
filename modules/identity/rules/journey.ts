import type { Keys } from './keys.ts';
import { seal, unseal } from './seal.ts';

/** What has to be remembered while the browser is away at the provider. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
  back: string;
}

const context = 'sign-in-journey';
export const journeySeconds = 600;

/** The journey as a cookie: sealed, so that nobody can prepare one for somebody else, and without a row to keep. */
export function packJourney(keys: Keys, journey: Journey, now: Date): string {
  return seal(keys.journey, keys.id, JSON.stringify({ ...journey, at: now.getTime() }), context).toString('base64url');
}

/** Null for what we have not packed, or more than ten minutes ago. */
export function unpackJourney(keys: Keys, packed: string | undefined, now: Date): Journey | null {
  if (!packed) return null;
  try {
    const { at, ...journey } = JSON.parse(unseal(keys.journey, keys.id, Buffer.from(packed, 'base64url'), context)) as Journey & {
      at: number;
    };
    return now.getTime() - at <= journeySeconds * 1000 ? journey : null;
  } catch {
    return null;
  }
}
