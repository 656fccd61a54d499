import { fieldProblem, problems } from '@gongzhi/platform/problems';
import type { FastifyRequest } from 'fastify';
import type { Upload } from '../commands/keep-file.ts';

/** The one file of a multipart request, as a whole. Refuses a request without a file and one that is larger than `limit` bytes. */
export async function readUpload(request: FastifyRequest, limit = 24_000_000): Promise<Upload> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: limit, files: 1 } }) : undefined;
  if (!part) throw fieldProblem('file', 'a file is missing', 'multipart/form-data with one field “file”');
  const content = await part.toBuffer();
  if (part.file.truncated) throw problems['too-large']();
  return { name: part.filename || 'file', content };
}
