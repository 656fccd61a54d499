import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { FileRefused, preparePhoto } from './index.ts';

const refusal = async (content: Uint8Array, ...limits: Parameters<typeof preparePhoto> extends [unknown, ...infer Rest] ? Rest : never) => {
  const error = await preparePhoto(content, ...limits).then(
    () => null,
    (failure) => failure,
  );
  expect(error).toBeInstanceOf(FileRefused);
  expect(error.reason.zh).not.toBe('');
  return error.code;
};
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a03010', noise: { type: 'gaussian', mean: 128, sigma: 40 } } });
const gps = {
  IFD0: { Make: 'PhoneMaker', Model: 'SECRET-MODEL', Copyright: 'someone' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' },
};

describe('a photo', { timeout: 30_000 }, () => {
  let jpeg: Buffer;
  beforeAll(async () => {
    jpeg = await picture(2400, 1200).jpeg().withExif(gps).toBuffer();
  });

  test('comes out as JPEG of 1,600 and 320 pixels, and never larger than it was', async () => {
    const prepared = await preparePhoto(jpeg);
    expect([prepared.type, prepared.width, prepared.height]).toEqual(['image/jpeg', 1600, 800]);
    expect(await sharp(prepared.display).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 800, space: 'srgb' });
    expect(await sharp(prepared.preview).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 160 });
    const small = await preparePhoto(await picture(100, 50).png().toBuffer());
    expect([small.width, small.height]).toEqual([100, 50]);
    expect(await sharp(small.preview).metadata()).toMatchObject({ width: 100, height: 50 });
  });

  test('loses the place, the telephone and everything else that the camera noted', async () => {
    expect((await sharp(jpeg).metadata()).exif?.includes('SECRET-MODEL')).toBe(true);
    // 0x8825 is the tag under which the place stands, in either byte order.
    const noted = (await sharp(jpeg).metadata()).exif!;
    expect(noted.includes(Buffer.from([0x25, 0x88])) || noted.includes(Buffer.from([0x88, 0x25]))).toBe(true);
    const { display, preview } = await preparePhoto(jpeg);
    for (const made of [display, preview]) {
      const { exif, xmp, iptc, icc, comments } = await sharp(made).metadata();
      expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      for (const trace of ['Exif', 'SECRET-MODEL', 'PhoneMaker', 'someone']) expect(made.includes(trace)).toBe(false);
    }
  });

  test('stands upright as the camera meant it', async () => {
    const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'blue' } })
      .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: 'red' } }, left: 0, top: 0 }])
      .jpeg({ quality: 100 })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { display, width, height } = await preparePhoto(lying);
    expect([width, height]).toEqual([20, 40]);
    const { data } = await sharp(display).raw().toBuffer({ resolveWithObject: true });
    const [top, bottom] = [
      data.subarray((5 * 20 + 10) * 3, (5 * 20 + 10) * 3 + 3),
      data.subarray((35 * 20 + 10) * 3, (35 * 20 + 10) * 3 + 3),
    ];
    expect(top[0]! > 200 && top[2]! < 60).toBe(true);
    expect(bottom[2]! > 200 && bottom[0]! < 60).toBe(true);
  });

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('may be %s', async (format) => {
    expect((await preparePhoto(await picture(64, 48).toFormat(format).toBuffer())).width).toBe(64);
  });

  test('with see-through parts stands on white', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    expect([
      ...(
        await sharp((await preparePhoto(clear)).display)
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ]).toEqual([255, 255, 255]);
  });

  test('gives only its first frame where it moves', async () => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    expect((await preparePhoto(moving)).height).toBe(20);
  });

  test('that hides another file behind its end comes out without it', async () => {
    for (const hidden of ['<script>alert(1)</script>', '<?php system($_GET[0]); ?>', 'PK\x03\x04evil.exe']) {
      const { display, preview } = await preparePhoto(Buffer.concat([jpeg, Buffer.from(hidden, 'latin1')]));
      expect(display.includes(hidden) || preview.includes(hidden)).toBe(false);
    }
  });
});

describe('what is no photo, or no longer one', { timeout: 30_000 }, () => {
  test.each([
    ['file-empty', Buffer.alloc(0)],
    ['file-not-a-photo', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    [
      'file-not-a-photo',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    ],
    ['file-not-a-photo', Buffer.from('%PDF-1.7\n%%EOF')],
    ['file-not-a-photo', Buffer.from('GIF is a format')],
    ['file-broken', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
    ['file-heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta', 'latin1')],
  ])('%s', async (code, content) => {
    expect(await refusal(content)).toBe(code);
  });

  test('a photo cut off half way is refused, not shown half grey', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await picture(300, 300).toFormat(format).toBuffer();
      expect(await refusal(whole.subarray(0, whole.length >> 1))).toBe('file-broken');
    }
  });

  test('a small file that claims a huge picture is refused by its head, before any memory is taken', async () => {
    const png = await picture(8, 8).png().toBuffer();
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    const before = process.memoryUsage().rss;
    expect(await refusal(png)).toBe('file-too-many-pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  });

  test('a real picture of one colour that swells is refused all the same', async () => {
    const flat = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(flat.length).toBeLessThan(1_000_000);
    expect(await refusal(flat)).toBe('file-too-many-pixels');
  });

  test('the limit of bytes holds', async () => {
    expect(await refusal(await picture(64, 64).png().toBuffer(), { bytes: 100, pixels: 1e6 })).toBe('file-too-large');
  });

  test('a photo changed anywhere is prepared or refused by name, never anything else', async () => {
    const wholes = await Promise.all(
      (['jpeg', 'png', 'webp', 'gif'] as const).map((format) => picture(40, 30).jpeg().withExif(gps).toFormat(format).toBuffer()),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 5 }), async (which, changes) => {
        const content = Buffer.from(wholes[which]!);
        for (const [at, byte] of changes) content[at % content.length] = byte;
        try {
          expect((await sharp((await preparePhoto(content)).display).metadata()).format).toBe('jpeg');
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefused);
        }
      }),
      { numRuns: 150 },
    );
  });
});
