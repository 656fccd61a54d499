import type { Actor } from '@gongzhi/contract/actor';
import type { MatterDetail } from '@gongzhi/contract/matters';
import type { Connection } from '@gongzhi/platform/database';
import { classifyUpload, type FileStore, preparePhoto, type Stored } from '@gongzhi/platform/files';
import { uuidv7 } from 'uuidv7';
import type { Ledger } from '../context.ts';
import { matterProblems } from '../problems.ts';
import { fileInfo } from '../queries/read-matter.ts';
import { snapshotFor } from '../queries/snapshot-for.ts';
import { sealEntry } from '../rules/entry-hash.ts';
import { attachment } from '../rules/quiet.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { uploaderOf } from '../rules/uploader.ts';
import { insertFile, type NewFile } from '../store/files.ts';
import { lockHead, writeAttachment } from '../store/write-attachment.ts';
import { organisationOf, postOf } from './act.ts';

export interface Upload {
  name: string;
  content: Buffer;
}

type FileInfo = MatterDetail['files'][number];
const mostFiles = 200;

/**
 * Keeps an upload before the report that it belongs to; a report takes it up by its id. Refuses by content (FileRefused) what is no photo and
 * no document that is taken.
 */
export async function keepUpload(ledger: Ledger, actor: Actor, upload: Upload): Promise<FileInfo> {
  return keep(ledger, upload, { matterId: null, stage: 'other', visibility: 'reporter', uploadedBy: uploaderOf(actor) });
}

/** Attaches a photo or file to a matter that the actor may see. What a reporter attaches is for the reporter and the units, whatever was asked for. */
export async function attachFile(
  ledger: Ledger,
  actor: Actor,
  number: string,
  upload: Upload,
  wish: Pick<NewFile, 'stage' | 'visibility'>,
): Promise<FileInfo> {
  const matter = await snapshotFor(ledger.database, actor, number);
  return keep(
    ledger,
    upload,
    {
      matterId: matter.id,
      stage: wish.stage,
      visibility: actor.kind === 'resident' ? 'reporter' : wish.visibility,
      uploadedBy: uploaderOf(actor),
    },
    (tx, file) => tellHistory(tx, actor, matter, file),
  );
}

/** The history says who attached what, to those for whom the file is meant. */
async function tellHistory(tx: Connection, actor: Actor, matter: Snapshot, file: NewFile): Promise<void> {
  const before = await lockHead(tx, matter.id);
  if (!before) throw matterProblems['matter-not-found']();
  const post = postOf(actor, matter);
  const core = {
    matterId: matter.id,
    no: before.entries + 1,
    at: file.at,
    actorKind: actor.kind,
    actorId: actor.id,
    action: attachment.action,
  };
  const data = { file: file.id, kind: file.kind, stage: file.stage };
  const { visibility, name: note } = file;
  const sealed = sealEntry(before.head, { ...core, from: before.state, to: before.state, visibility }, note, data);
  await writeAttachment(tx, {
    ...{ ...core, ...sealed, state: before.state, visibility, note, data },
    ...{ actorName: actor.name, postTitle: post?.title ?? null, organisationId: organisationOf(post) },
  });
}

/** Photos are drawn anew, so that nothing of the file survives but the picture; other files are kept as they came and only ever saved, never shown. */
async function keep(
  { files, database, now }: Ledger,
  { name, content }: Upload,
  rest: Pick<NewFile, 'matterId' | 'stage' | 'visibility' | 'uploadedBy'>,
  also?: (tx: Connection, file: NewFile) => Promise<void>,
): Promise<FileInfo> {
  const { kind, type, safeName } = await classifyUpload(content, name);
  const photo = kind === 'photo' ? await preparePhoto(content) : null;
  const main = photo ? photo.display : content;
  const stored = await files.put(main);
  const preview = photo ? await files.put(photo.preview) : null;
  const file: NewFile = {
    id: uuidv7(),
    name: photo ? safeName.replace(/\.[a-z0-9]+$/, '.jpg') : safeName,
    kind,
    type: photo ? photo.type : type,
    size: stored.size,
    digest: stored.digest,
    previewDigest: preview?.digest ?? null,
    at: now(),
    ...rest,
  };
  const row = await database.transaction(async (tx) => {
    const inserted = await insertFile(tx, file, mostFiles);
    if (inserted) await also?.(tx, file);
    return inserted;
  });
  if (!row) throw matterProblems['file-refused']({ detail: `A matter holds at most ${mostFiles} files` });
  // The nightly sweep may have taken the same content away between keeping it and pointing at it.
  await putAgain(files, stored, main);
  if (photo && preview) await putAgain(files, preview, photo.preview);
  return fileInfo(row);
}

async function putAgain(files: FileStore, { digest }: Stored, content: Buffer): Promise<void> {
  if (!(await files.has(digest))) await files.put(content);
}
