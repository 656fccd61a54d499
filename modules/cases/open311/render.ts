import { XMLBuilder } from 'fast-xml-parser';

export type Format = 'xml' | 'json';
type Value = string | number | boolean | null;
export type Item = Record<string, Value | Value[] | Item[]>;

const builder = new XMLBuilder({ format: false, suppressEmptyNode: true, processEntities: true });
// XML 1.0 has no way to write these characters at all.
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const contentTypes: Record<Format, string> = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' };

const clean = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(unwritable, '')
    : Array.isArray(value)
      ? value.map(clean)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]))
        : (value ?? '');

/** A list as the format has it: a bare array in JSON; in XML the items inside their plural. */
export function renderList(format: Format, plural: string, singular: string, items: Item[]): string {
  if (format === 'json') return JSON.stringify(items);
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [plural]: items.length > 0 ? { [singular]: items.map(clean) } : '' })}`;
}

/** One document: an object in JSON, one root element in XML. */
export function renderOne(format: Format, root: string, item: Record<string, unknown>): string {
  return format === 'json' ? JSON.stringify(item) : `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: clean(item) })}`;
}
