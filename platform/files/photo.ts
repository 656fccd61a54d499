import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { FileRefused } from './file-refused.ts';
import { inTurn } from './in-turn.ts';

export interface PhotoLimits {
  /** Bytes of the upload. */
  bytes: number;
  /** Width times height, which decides how much memory decoding takes. */
  pixels: number;
}
export const photoLimits: PhotoLimits = { bytes: 20 * 2 ** 20, pixels: 64_000_000 };

export interface PreparedPhoto {
  type: 'image/jpeg';
  /** Of the display picture, in pixels. */
  width: number;
  height: number;
  /** Longest side 1,600 pixels at most. */
  display: Buffer;
  /** Longest side 320 pixels at most. */
  preview: Buffer;
}

const DISPLAY = 1600;
const PREVIEW = 320;
const photoTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/apng']);
const heicTypes = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

// Decoding is the largest use of memory in the process: no cache of decoded pictures, one thread a picture, one picture at a time. That is
// about three photos of a telephone a second in 50 MB; more processes do more.
sharp.cache(false);
sharp.concurrency(1);
const turn = inTurn(1);

/** What kind of photo the bytes are, by content; null where they are none. A HEIC photo is one, though it may turn out unreadable here. */
export async function photoTypeOf(content: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(content);
  // Three letters are enough for file-type; a text may begin with them.
  if (found?.mime === 'image/gif' && !/^GIF8[79]a/.test(Buffer.from(content.subarray(0, 6)).toString('latin1'))) return null;
  return found && (photoTypes.has(found.mime) || heicTypes.has(found.mime)) ? found.mime : null;
}

/**
 * Makes an upload fit to be shown: decoded and encoded anew as JPEG, so that nothing of the file survives but the picture. EXIF with the
 * place and the telephone, comments, colour profiles, further frames and whatever hides behind the end are gone; the turn that the
 * camera noted is carried out. Refuses by content what is no photo, what is damaged and what would take too much memory, before decoding.
 */
export async function preparePhoto(content: Uint8Array, limits: PhotoLimits = photoLimits): Promise<PreparedPhoto> {
  if (content.length === 0) throw new FileRefused('empty');
  if (content.length > limits.bytes) throw new FileRefused('too-large', `${content.length} > ${limits.bytes} bytes`);
  const type = await photoTypeOf(content);
  if (!type) throw new FileRefused('not-a-photo');
  const failure = (error: unknown) => new FileRefused(heicTypes.has(type) ? 'heic' : 'broken', undefined, error);
  return turn(async () => {
    const read = (): Sharp => sharp(content, { failOn: 'error', limitInputPixels: limits.pixels, pages: 1 });
    const { width, height } = await read()
      .metadata()
      .catch((error: Error) => {
        throw /pixel limit/.test(error.message) ? new FileRefused('too-many-pixels', undefined, error) : failure(error);
      });
    if (width * height > limits.pixels) throw new FileRefused('too-many-pixels', `${width} × ${height}`);
    try {
      const display = await fitting(read().autoOrient(), DISPLAY, 82).toBuffer({ resolveWithObject: true });
      const preview = await fitting(sharp(display.data), PREVIEW, 75).toBuffer();
      return { type: 'image/jpeg', width: display.info.width, height: display.info.height, display: display.data, preview };
    } catch (error) {
      throw failure(error);
    }
  });
}

/** Sharp leaves out all metadata unless told to keep it. Transparent parts become white, as on paper. */
function fitting(picture: Sharp, side: number, quality: number): Sharp {
  return picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, progressive: true })
    .timeout({ seconds: 30 });
}
