import type { Schema } from './well-formed.ts';

/** One way to get an input wrong. */
export interface Spoilt<T> {
  what: string;
  value: T;
  /** It cannot be acceptable; otherwise it may be, and only must not break anything. */
  refused: boolean;
}

const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;

/** Every way in which a text in an address is got wrong, already escaped. */
export function spoiltTexts(schema: Schema): Spoilt<string>[] {
  const kinds = [schema, ...(schema.anyOf ?? [])];
  const number = kinds.some((kind) => kind.type === 'integer' || kind.type === 'number');
  const closed = number || kinds.every((kind) => kind.enum !== undefined || kind.pattern !== undefined || kind.format !== undefined);
  const most = Math.max(...kinds.map((kind) => kind.maxLength ?? Number.POSITIVE_INFINITY));
  return [
    { what: 'NUL', value: 'a%00b', refused: true },
    { what: 'a byte that is no UTF-8', value: '%FF', refused: closed },
    { what: 'half an escape', value: '%E4%B8', refused: closed },
    { what: 'no escape at all', value: '%', refused: closed },
    { what: 'a control character', value: '%07', refused: closed },
    { what: 'a line feed', value: '%0d%0aSet-Cookie:%20a=b', refused: closed },
    { what: 'a number beyond all', value: '99999999999999999999999999', refused: number },
    { what: 'a negative number', value: '-99999999999', refused: number },
    { what: 'not a number', value: 'NaN', refused: number },
    { what: 'infinity', value: '1e400', refused: number },
    { what: 'a path', value: '..%2F..%2F..%2Fetc%2Fpasswd', refused: closed },
    { what: 'a statement', value: '%27%3B%20drop%20table%20x%3B%20--', refused: closed },
    { what: 'the prototype', value: '__proto__', refused: closed },
    { what: 'a lone surrogate', value: '%ED%A0%80', refused: closed },
    { what: 'a word', value: 'zzzzzz', refused: number },
    { what: 'too much', value: 'a'.repeat(6000), refused: closed || most < 6000 },
  ];
}

/** Every way in which a value of a JSON body is got wrong. */
function spoiltValues(schema: Schema): Spoilt<unknown>[] {
  const kinds = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(
    (kind) => kind.type || kind.enum || kind.const !== undefined,
  );
  const types = new Set(kinds.flatMap((kind) => kind.type ?? (kind.enum ?? [kind.const]).map((value) => typeof value)));
  const any = types.size === 0;
  const is = (type: string) => any || types.has(type) || (type === 'number' && types.has('integer'));
  const most = any
    ? Number.POSITIVE_INFINITY
    : Math.max(...kinds.map((kind) => (is('string') ? (kind.maxLength ?? Number.POSITIVE_INFINITY) : 0)));
  const ways: Spoilt<unknown>[] = [
    { what: 'null', value: null, refused: !is('null') },
    { what: 'a number', value: 12345.678, refused: !is('number') },
    { what: 'a flag', value: true, refused: !is('boolean') },
    { what: 'an object', value: { nested: { deep: true } }, refused: !is('object') },
    { what: 'a list', value: [[]], refused: !is('array') },
    { what: 'a list nested deeply', value: deep(500), refused: !is('array') },
    { what: 'NUL', value: 'a\u0000b', refused: true },
    { what: 'a control character', value: 'a\u0007b', refused: !is('string') },
    { what: 'a lone surrogate', value: 'a\ud800', refused: !is('string') },
    { what: 'the prototype', value: '__proto__', refused: !is('string') },
    { what: 'a path', value: '../../../../etc/passwd', refused: !is('string') },
    { what: 'too much', value: '长'.repeat(20_000), refused: most < 20_000 },
    { what: 'a number beyond all', value: 1e308, refused: !is('number') || kinds.some((kind) => kind.maximum !== undefined) },
    { what: 'a negative number beyond all', value: -1e308, refused: !is('number') || kinds.some((kind) => kind.minimum !== undefined) },
  ];
  const list = kinds.find((kind) => kind.type === 'array');
  if (list?.maxItems !== undefined && list.maxItems < 5000)
    ways.push({ what: 'too many', value: Array.from({ length: list.maxItems + 1 }, () => 'x'), refused: true });
  return ways;
}

/** Bodies that differ from a good one in one place each: left out, of another type, too long, not storable. */
export function spoiltBodies(schema: Schema, good: unknown, path = 'body', levels = 4): Spoilt<unknown>[] {
  const ways = spoiltValues(schema).map((way) => ({ ...way, what: `${path}: ${way.what}` }));
  const inner = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema;
  if (levels === 0) return ways;
  if (inner.properties && good !== null && typeof good === 'object') {
    const whole = good as Record<string, unknown>;
    for (const [name, property] of Object.entries(inner.properties)) {
      const { [name]: _, ...without } = whole;
      if (inner.required?.includes(name)) ways.push({ what: `${path}.${name}: left out`, value: without, refused: true });
      for (const way of spoiltBodies(property, whole[name], `${path}.${name}`, levels - 1))
        ways.push({ ...way, value: { ...whole, [name]: way.value } });
    }
  }
  if (inner.items && Array.isArray(good))
    for (const way of spoiltBodies(inner.items, good[0], `${path}[]`, levels - 1)) ways.push({ ...way, value: [way.value] });
  return ways;
}

/** Bodies that are no JSON of ours at all, as bytes. */
export const spoiltBytes: Spoilt<Uint8Array>[] = [
  { what: 'broken JSON', value: Buffer.from('{"a": '), refused: true },
  { what: 'no UTF-8', value: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]), refused: true },
  { what: 'GB18030', value: Buffer.from([0x7b, 0x22, 0xc2, 0xb7, 0xb5, 0xc6, 0x22, 0x3a, 0x31, 0x7d]), refused: true },
  { what: 'a list', value: Buffer.from('[]'), refused: true },
  { what: 'null', value: Buffer.from('null'), refused: true },
  { what: 'a text', value: Buffer.from('"text"'), refused: true },
  { what: 'a number', value: Buffer.from('1'), refused: true },
  { what: 'nesting without end', value: Buffer.from('['.repeat(50_000)), refused: true },
  { what: 'nesting that ends', value: Buffer.from(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`), refused: false },
  {
    what: 'the prototype',
    value: Buffer.from('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    refused: false,
  },
  { what: 'nothing', value: Buffer.from(''), refused: false },
];

const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Cursors that no list has given out. */
export const spoiltCursors: Spoilt<string>[] = [
  { what: 'a word', value: 'abc', refused: true },
  { what: 'null', value: packed(null), refused: true },
  { what: 'a number', value: packed(7), refused: false },
  { what: 'an empty list', value: packed([]), refused: true },
  { what: 'an empty object', value: packed({}), refused: true },
  { what: 'a list of wrong values', value: packed([{}, 'x', null, 1e308]), refused: true },
  { what: 'an object of wrong values', value: packed({ at: 'x', id: 5, no: 'x', sort: {}, value: [], t: 'x', a: 'x' }), refused: true },
  { what: 'no escape', value: '%', refused: true },
  { what: 'bytes', value: '%FF%FE', refused: true },
];
