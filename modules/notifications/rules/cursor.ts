import { problems } from '@gongzhi/platform/problems';

/** Where a list by time, newest first, goes on. Refuses what is not one of ours. */
export function readBefore(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  try {
    const { at, id } = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as { at: string; id: string };
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      return { at, id };
  } catch {}
  throw problems['invalid-cursor']();
}

export function writeBefore(last: { at: Date; id: string } | undefined): string | null {
  return last ? Buffer.from(JSON.stringify({ at: last.at.toISOString(), id: last.id })).toString('base64url') : null;
}
