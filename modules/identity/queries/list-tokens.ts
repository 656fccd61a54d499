import type { identity, Token } from '@gongzhi/contract/identity';
import type { QueryOf } from '@gongzhi/contract/route';
import type { Connection } from '@gongzhi/platform/database';
import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';
import type { TokenScope } from '../identity.ts';
import { decodeCursor, encodeCursor } from '../rules/cursor.ts';
import { type TokenRow, tokensBefore } from '../store/tokens.ts';

/** A page of the tokens, newest first, revoked and expired ones too. */
export async function listTokens(connection: Connection, query: QueryOf<typeof identity.listTokens>) {
  const before = query.cursor === undefined ? null : decodeCursor(query.cursor);
  if (before !== null && !z.uuid().safeParse(before).success) throw problems['invalid-cursor']();
  const rows = await tokensBefore(connection, before as string | null, query.limit + 1);
  const items = rows.slice(0, query.limit);
  return { items: items.map(shownToken), next: rows.length > query.limit ? encodeCursor(items.at(-1)?.id ?? '') : null };
}

export function shownToken(row: TokenRow): z.infer<typeof Token> {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes as TokenScope[],
    areaCode: row.areaCode || null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
