import { type Actor, areasFor, reachesArea } from '@gongzhi/contract/actor';
import { fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import type { NewToken } from '../identity.ts';
import { makeSecret, tokenPrefix } from '../rules/secret.ts';
import { insertToken, type TokenRow } from '../store/tokens.ts';
import type { Workings } from '../workings.ts';

/** Creates a token that reaches no further than its maker. Its text is in the answer and is kept nowhere. */
export async function createToken(
  workings: Workings,
  actor: Actor,
  given: NewToken,
  address?: string,
): Promise<{ row: TokenRow; text: string }> {
  const { database, now, audit } = workings;
  const expiresAt = given.expiresAt ?? null;
  if (expiresAt && expiresAt <= now()) throw fieldProblem('expiresAt', 'this moment has passed', 'a moment to come, or none');
  const { secret, digest } = makeSecret(tokenPrefix);
  const token = {
    id: uuidv7(),
    name: given.name,
    scopes: [...new Set(given.scopes)],
    areaCode: areaOf(actor, given.areaCode ?? ''),
    createdBy: actor.kind === 'staff' ? actor.id : null,
    byCommand: actor.kind === 'system',
    createdAt: now(),
    expiresAt,
  };
  await database.transaction(async (tx) => {
    await insertToken(tx, { ...token, digest });
    const detail = {
      name: token.name,
      scopes: token.scopes,
      areaCode: token.areaCode || null,
      expiresAt: expiresAt?.toISOString() ?? null,
    };
    await audit(tx, { actor, action: 'token-created', subject: token.id, detail, ...(address ? { address } : {}) });
  });
  return { row: { ...token, lastUsedAt: null, revokedAt: null }, text: secret };
}

/** The area of a new token: under one of its maker's; where none is given, the maker's only one. */
function areaOf(actor: Actor, asked: string): string {
  if (actor.kind === 'system') return asked;
  const own = areasFor(actor, 'token.edit');
  if (asked === '' && own.length === 1) return own[0] as string;
  if (reachesArea(actor, 'token.edit', asked)) return asked;
  throw fieldProblem('areaCode', 'outside of your area', own.map((code) => `${code}…`).join(' | '));
}
