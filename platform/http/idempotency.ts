import { createHash } from 'node:crypto';
import type { Database } from '../database/index.ts';
import { problems } from '../problems/index.ts';

interface Kept {
  digest: string;
  status: number | null;
  answer: unknown;
  stale: boolean;
}

/**
 * Runs a creation at most once per key. The same key with the same request gets the first answer again; with another request it is
 * refused. A first try that died without an answer is run again after a minute: commands that must not happen twice carry
 * the key into their own transaction as well. With `keepAnswer` false the answer is not kept and such a command is simply asked again.
 */
export async function once(
  database: Database,
  key: string,
  request: unknown,
  run: () => Promise<{ status: number; answer: unknown }>,
  keepAnswer = true,
): Promise<{ status: number; answer: unknown; repeated: boolean }> {
  const digest = createHash('sha256')
    .update(JSON.stringify(request) ?? '')
    .digest('hex');
  const claimed = await database.query(
    `insert into platform.request (key, digest) values ($1, $2)
     on conflict (key) do update set at = now() where request.status is null and request.digest = excluded.digest and request.at < now() - interval '1 minute'
     returning key`,
    [key, digest],
  );
  if (claimed.length === 0) {
    const [kept] = await database.query<Kept>('select digest, status, answer from platform.request where key = $1', [key]);
    if (kept && kept.digest !== digest) throw problems['idempotency-mismatch']();
    if (kept && !keepAnswer) return { ...(await run()), repeated: true };
    if (!kept || kept.status === null) throw problems['idempotency-running']({ retryAfter: 1 });
    return { status: kept.status, answer: kept.answer, repeated: true };
  }
  try {
    const result = await run();
    await database.query('update platform.request set status = $2, answer = $3::jsonb where key = $1', [
      key,
      result.status,
      JSON.stringify(keepAnswer ? (result.answer ?? null) : null),
    ]);
    return { ...result, repeated: false };
  } catch (error) {
    // A refusal leaves nothing behind, so the key is free for a corrected try.
    await database.query('delete from platform.request where key = $1 and status is null', [key]);
    throw error;
  }
}

/** Forgets keys older than two days. */
export async function forgetRequests(database: Database): Promise<void> {
  await database.query(`delete from platform.request where at < now() - interval '2 days'`);
}
