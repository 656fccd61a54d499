import { z } from 'zod';

// Control characters other than tab, line feed and carriage return are refused: they break exports and terminals.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line or several of human text; trimmed, without control characters and lone surrogates. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => !control.test(value), { message: 'control characters are not accepted' })
    .refine((value) => value.isWellFormed(), { message: 'text that is not well-formed Unicode is not accepted' });

/** Text in the two languages of the interface; Chinese is required. */
export const Bilingual = z.object({ zh: text(200, 1), en: text(200).optional() });
export type Bilingual = z.infer<typeof Bilingual>;

export const Id = z.uuid();
export const Instant = z.iso.datetime({ offset: true, message: 'a date and time with offset, such as 2026-03-01T08:00:00+08:00' });
export const Day = z.iso.date();
export const AreaCode = z.string().regex(/^\d{2,24}$/, 'an area code of digits, such as 990106001');
export const CategoryCode = z.string().regex(/^[0-9A-Za-z-]{1,24}$/, 'a category code, such as 0103');
export const MatterNumber = z.string().regex(/^[A-Z]{1,4}\d{6,20}$/, 'a matter number, such as GZ202601010000123');
export const Longitude = z.number().min(-180).max(180);
export const Latitude = z.number().min(-90).max(90);
/** A point in WGS 84 unless `system` says otherwise; converted at the edge. */
export const Place = z.object({
  longitude: Longitude,
  latitude: Latitude,
  system: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
});
export const Phone = z.string().regex(/^\+?\d[\d -]{5,18}\d$/, 'a telephone number');

/** A flag in a query string. */
export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');
/** A list in a query string, comma separated. */
export const list = <T extends z.ZodType<unknown, string>>(item: T, most = 50) =>
  z
    .string()
    .max(4000)
    .transform((value) => value.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(most));

/** Keyset pages: `cursor` is opaque and comes from the page before. */
export const PageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const Limit = z.object({
  amount: z.number().positive().max(10_000),
  unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']),
});
export type Limit = z.infer<typeof Limit>;

/** GeoJSON geometry of an area. */
const Position = z.tuple([Longitude, Latitude]).rest(z.number());
export const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position).min(4)).min(1) });
export const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(Position).min(4)).min(1)).min(1),
});
export const Boundary = z.discriminatedUnion('type', [Polygon, MultiPolygon]);
export const Point = z.object({ type: z.literal('Point'), coordinates: Position });

/** RFC 9457, with a stable code and the fields at fault. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().optional(),
  trace: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), reason: z.string(), accepted: z.string().optional() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The answer of every import: each row of the file is accounted for: read = taken + known + refused rows. */
export const ImportReport = z.object({
  read: z.number(),
  taken: z.number(),
  known: z.number(),
  refused: z.array(z.object({ row: z.number(), column: z.string(), value: z.string(), reason: z.string() })),
  warnings: z.array(z.object({ row: z.number(), column: z.string(), value: z.string(), reason: z.string() })).optional(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** A calendar month as `YYYY-MM`. */
export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'a month, such as 2026-03');
