import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fieldProblem, problems } from '../problems/index.ts';
import type { Call } from './bind.ts';

/**
 * Works on the one file of a multipart request, which lies in a directory of its own for that time. Refuses a request without a file and a
 * file above the limit.
 */
export async function takeUpload<T>(
  request: Call['request'],
  mostBytes: number,
  work: (file: { path: string; name: string }) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw problems['unsupported-media-type']({ detail: 'multipart/form-data with one file in the field “file”' });
  const part = await request.file({ limits: { fileSize: mostBytes } });
  if (!part) throw fieldProblem('file', 'no file came with the request', 'one file in the field “file”');
  const directory = await mkdtemp(join(tmpdir(), 'gongzhi-import-'));
  try {
    const path = join(directory, 'upload');
    await pipeline(part.file, createWriteStream(path));
    if (part.file.truncated) throw problems['too-large']({ detail: `at most ${mostBytes} bytes` });
    return await work({ path, name: part.filename.slice(0, 200) });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
