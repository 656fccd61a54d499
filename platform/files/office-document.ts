import { text } from 'node:stream/consumers';
import { openArchive } from '@gongzhi/platform/spreadsheets';
import { FileRefused } from './file-refused.ts';

const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Tells a Word document or a workbook from any other archive by what its list of contents declares as the main part. Macros, embedded
 * programs and control elements are refused also where the ending hides them; so is anything that swells.
 */
export async function officeTypeOf(content: Uint8Array): Promise<{ type: string; extension: 'docx' | 'xlsx' }> {
  const archive = await openArchive(content).catch((error) => {
    throw new FileRefused('archive', undefined, error);
  });
  try {
    const list = '[Content_Types].xml';
    if (!archive.has(list)) throw new FileRefused('archive');
    if (archive.names.some((name) => /vbaproject|activex|\/embeddings\/.*\.bin$|oleobject/i.test(name)))
      throw new FileRefused('active-content');
    const declared = await text(archive.read(list)).catch((error) => {
      throw new FileRefused('broken', undefined, error);
    });
    if (/macroEnabled|vbaProject/i.test(declared)) throw new FileRefused('active-content');
    if (declared.includes(`${document}.main+xml`)) return { type: document, extension: 'docx' };
    if (declared.includes(`${workbook}.main+xml`)) return { type: workbook, extension: 'xlsx' };
    throw new FileRefused('type-not-allowed');
  } finally {
    archive.close();
  }
}
