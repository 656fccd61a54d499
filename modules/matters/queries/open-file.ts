import type { Readable } from 'node:stream';
import type { Actor } from '@gongzhi/contract/actor';
import { attachmentHeaders, FileMissing, photoHeaders } from '@gongzhi/platform/files';
import type { Ledger } from '../context.ts';
import { matterProblems } from '../problems.ts';
import { uploaderOf } from '../rules/uploader.ts';
import { type FileContent, selectFile } from '../store/files.ts';

export interface OpenedFile {
  headers: Record<string, string>;
  content: Readable;
}

/**
 * A file or its preview. Anyone opens public files of matters on the wall; whoever sees the matter opens what is meant for him; a follow-up token
 * opens what is meant for the reporter; an upload that no report took up is its uploader's own. Everything else is `file-not-found`.
 */
export async function openFile(
  ledger: Ledger,
  actor: Actor,
  id: string,
  size: 'full' | 'preview',
  token: string | undefined,
): Promise<OpenedFile> {
  const file = await selectFile(ledger.database, id, actor);
  if (!file || !(mayOpen(actor, file) || (token !== undefined && file.visibility !== 'internal' && (await ledger.fileAccess(id, token)))))
    throw matterProblems['file-not-found']();
  const digest = size === 'preview' && file.previewDigest ? file.previewDigest : file.digest;
  try {
    return {
      headers: file.kind === 'photo' ? photoHeaders() : attachmentHeaders(file.name, file.type),
      content: await ledger.files.get(digest),
    };
  } catch (error) {
    throw error instanceof FileMissing ? matterProblems['file-not-found']() : error;
  }
}

function mayOpen(actor: Actor, file: FileContent): boolean {
  if (file.published && file.visibility === 'public') return true;
  if (actor.id !== null && file.uploadedBy === uploaderOf(actor)) return true;
  if (!file.seen) return false;
  return actor.kind !== 'resident' || file.visibility !== 'internal';
}
