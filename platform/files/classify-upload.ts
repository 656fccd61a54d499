import { fileTypeFromBuffer } from 'file-type';
import { FileRefused } from './file-refused.ts';
import { officeTypeOf } from './office-document.ts';
import { photoLimits, photoTypeOf } from './photo.ts';
import { endingOf, safeName } from './safe-name.ts';

/** What an upload is. A photo goes on to preparePhoto(); an attachment is kept as it is and leaves only under attachmentHeaders(). */
export interface ClassifiedUpload {
  kind: 'photo' | 'attachment';
  /** Media type by content; what the client said is not looked at. */
  type: string;
  safeName: string;
}

export const ATTACHMENT_BYTES = 50 * 2 ** 20;

/** What file-type calls them, and under which type and ending they are kept. */
const media: Record<string, [type: string, extension: string, ...alike: string[]]> = {
  'audio/mpeg': ['audio/mpeg', 'mp3'],
  'audio/x-m4a': ['audio/mp4', 'm4a'],
  'audio/mp4': ['audio/mp4', 'm4a'],
  'audio/amr': ['audio/amr', 'amr'],
  'audio/wav': ['audio/wav', 'wav'],
  'audio/vnd.wave': ['audio/wav', 'wav'],
  'video/mp4': ['video/mp4', 'mp4', 'm4v'],
};
const pictures: Record<string, string> = { 'image/jpeg': 'jpg', 'image/heic': 'heic', 'image/heif': 'heif', 'image/apng': 'png' };
const programs = /msdownload|x-elf|mach-binary|wasm|java-vm|dosexec|x-sh|portable-executable|android|apple-diskimage|ms-shortcut|x-ms-/;
const archives = /zip|rar|7z|x-tar|gzip|bzip|x-xz|zstd|lz|x-cpio|x-unix-archive|compress|debian|x-rpm|cab|iso9660/;

/**
 * Decides by content whether an upload is taken, and as what; the name only settles what plain text is. Refuses with a FileRefused that
 * says why: scripts, programs, web pages, SVG, archives, macros, PDF that runs something, two files in one.
 */
export async function classifyUpload(content: Uint8Array, name: string): Promise<ClassifiedUpload> {
  if (content.length === 0) throw new FileRefused('empty');
  const photo = await photoTypeOf(content);
  if (content.length > (photo ? photoLimits.bytes : ATTACHMENT_BYTES)) throw new FileRefused('too-large');
  if (photo)
    return {
      kind: 'photo',
      type: photo,
      safeName: safeName(
        name,
        pictures[photo] ?? photo.slice(6),
        ['jpg', 'jpeg'].filter(() => photo === 'image/jpeg'),
      ),
    };
  const attachment = (type: string, extension: string, ...alike: string[]): ClassifiedUpload => ({
    kind: 'attachment',
    type,
    safeName: safeName(name, extension, alike),
  });
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 8));
  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    const { type, extension } = await officeTypeOf(content);
    return attachment(type, extension);
  }
  if (head.toString('hex') === 'd0cf11e0a1b11ae1') throw new FileRefused('old-office');
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') {
    checkPdf(content);
    return attachment('application/pdf', 'pdf');
  }
  const plain = textOf(content);
  if (plain !== null) return classifyText(plain, name, attachment);
  const found = (await fileTypeFromBuffer(content))?.mime ?? '';
  const known = media[found];
  if (known) {
    refuseSecondFile(content);
    return attachment(...known);
  }
  if (programs.test(found)) throw new FileRefused('script');
  if (archives.test(found)) throw new FileRefused('archive');
  throw new FileRefused(found.startsWith('image/') ? 'not-a-photo' : 'type-not-allowed', found || undefined);
}

function classifyText(text: string, name: string, attachment: (type: string, extension: string) => ClassifiedUpload): ClassifiedUpload {
  const start = text.slice(0, 4096).trimStart();
  if (/^<[!?a-z]/i.test(start) || /<(script|html|svg|iframe|object|embed)\b/i.test(start)) throw new FileRefused('markup');
  if (start.startsWith('#!') || start.startsWith('@echo off')) throw new FileRefused('script');
  const ending = endingOf(name);
  if (ending === 'txt') return attachment('text/plain', 'txt');
  if (ending === 'csv') return attachment('text/csv', 'csv');
  if (/^(html?|xhtml|svg|xml|mht|mhtml|hta)$/.test(ending)) throw new FileRefused('markup');
  if (/^(m?js|ts|vbs?|ps1|sh|bat|cmd|php|jsp|asp|py|pl|rb|reg|lnk|url|wsf|scf|inf|desktop)$/.test(ending)) throw new FileRefused('script');
  throw new FileRefused('type-not-allowed');
}

/** The whole content as text in an encoding that offices use, if it is text: no control characters but tabs, line and page ends. */
function textOf(content: Uint8Array): string | null {
  const utf16 = (content[0] === 0xff && content[1] === 0xfe && 'utf-16le') || (content[0] === 0xfe && content[1] === 0xff && 'utf-16be');
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content);
      return /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
    } catch {
      // Not this encoding.
    }
  }
  return null;
}

/**
 * A PDF may start programs and run scripts when opened. Names may be written with hex (#4A), so these are undone first. What stands in a
 * compressed part is not seen; that is why an attachment is always saved and never shown.
 */
function checkPdf(content: Uint8Array): void {
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
  if (!text.slice(-2048).includes('%%EOF')) throw new FileRefused(text.includes('%%EOF') ? 'two-in-one' : 'broken');
  const names = text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  if (/\/(JavaScript|Launch|RichMedia)\b/.test(names)) throw new FileRefused('active-content');
  refuseSecondFile(content);
}

/** A ZIP archive is found from its end: one appended to a recording opens as an archive once the ending is changed. */
function refuseSecondFile(content: Uint8Array): void {
  const tail = Buffer.from(content.buffer, content.byteOffset, content.length).subarray(-66_000);
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at !== -1 && at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) throw new FileRefused('two-in-one');
}
