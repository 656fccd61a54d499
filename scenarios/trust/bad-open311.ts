import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Booted } from '../testing/booted.ts';
import { countRows } from './count-rows.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import { type Spoilt, spoiltTexts } from './spoil.ts';
import type { Schema } from './well-formed.ts';

const formats = ['xml', 'json'] as const;
const text = (maxLength: number): Schema => ({ type: 'string', maxLength });
const coded: Schema = { type: 'string', pattern: '^x$' };
/** What `POST requests` takes, as the specification has it; a list accepts whatever finds nothing. */
const posted: Record<string, Schema> = {
  ...{
    service_code: coded,
    lat: { type: 'number' },
    long: { type: 'number' },
    address_id: coded,
    media_url: coded,
    phone: coded,
    email: coded,
  },
  ...{
    address_string: text(200),
    description: text(4000),
    device_id: text(100),
    account_id: text(100),
    first_name: text(30),
    last_name: text(30),
  },
  api_key: coded,
};
const listed: Record<string, Schema> = {
  ...{ service_request_id: {}, service_code: coded, start_date: coded, end_date: coded, status: coded, jurisdiction_id: {} },
};

const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><r>&j;</r>`;
const bodies: [what: string, type: string, body: Uint8Array, status: number][] = [
  ...['text/xml', 'application/xml'].flatMap((type): [string, string, Uint8Array, number][] => [
    [`entities that swell as ${type}`, type, Buffer.from(laughs), 400],
    [`an entity from a file as ${type}`, type, Buffer.from('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'), 400],
    [`a DTD from elsewhere as ${type}`, type, Buffer.from('<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd"><r/>'), 400],
  ]),
  ['no UTF-8', 'application/x-www-form-urlencoded', Buffer.from([0x61, 0x3d, 0xc2, 0xb7, 0xb5, 0xc6]), 400],
  ['a huge form', 'application/x-www-form-urlencoded', Buffer.from(`description=${'a'.repeat(80_000)}`), 413],
  [
    'a thousand parameters',
    'application/x-www-form-urlencoded',
    Buffer.from(Array.from({ length: 3000 }, (_, i) => `p${i}=1`).join('&')),
    403,
  ],
  // Read as nothing: there is no key in it.
  ['a multipart form', 'multipart/form-data; boundary=x', Buffer.from('--x\r\n\r\n--x--'), 403],
  ['broken JSON', 'application/json', Buffer.from('{"a":'), 400],
];

/** What is wrong with an answer of Open311; null where nothing is. A refusal is a document of the specification that names what it is about. */
function fault(answer: RawAnswer, format: 'xml' | 'json', refused: boolean, name?: string): string | null {
  const { status, type } = answer;
  if (status >= 500) return `${status} ${answer.text.slice(0, 200)}`;
  if (refused && status < 400) return `${status}, and it should have been refused`;
  if (type !== { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' }[format]) return `${status} as ${type}`;
  if (status < 400) return null;
  if (answer.text.includes('root:')) return 'it read a file';
  const errors =
    format === 'json'
      ? (JSON.parse(answer.text) as { code?: number; description?: string }[])
      : [...answer.text.matchAll(/<error><code>(\d+)<\/code><description>([^<]+)<\/description><\/error>/g)].map(
          ([, code, description]) => ({
            code: Number(code),
            description,
          }),
        );
  if (errors.length === 0 || errors.some((error) => error.code !== status || !error.description))
    return `${status}: ${answer.text.slice(0, 200)}`;
  return name && !errors.some((error) => error.description?.includes(name))
    ? `${status} names no ${name}: ${errors[0]?.description}`
    : null;
}

/** Every address of Open311 × everything that can be got wrong about it, in XML and JSON. */
export function badOpen311(server: () => Booted): void {
  describe('bad input to Open311', () => {
    const base = '/open311/v2';
    let before: Record<string, number>;
    let key: string;
    const wrong: string[] = [];
    const ask = async (
      what: string,
      method: string,
      path: string,
      format: 'xml' | 'json',
      refused: boolean,
      name?: string,
      body?: Uint8Array,
      type?: string,
    ) => {
      const answer = await rawRequest(server().address, method, path, type ? { 'content-type': type } : {}, body);
      const told = fault(answer, format, refused, name);
      if (told) wrong.push(`${method} ${format} ${what}: ${told}`);
      return answer;
    };
    const form = (values: Record<string, string>) =>
      Buffer.from(
        Object.entries(values)
          .map(([name, value]) => `${name}=${value}`)
          .join('&'),
      );
    const good = () => ({ api_key: key, service_code: '0101', description: 'test', address_string: 'somewhere' });
    const post = async (schema: Record<string, Schema>, wanted: boolean) => {
      for (const [name, one] of Object.entries(schema))
        for (const way of spoiltTexts(one).filter((item: Spoilt<string>) => item.refused === wanted && item.value.length < 6001))
          for (const format of formats) {
            const value = way.value === '%' ? '%25' : way.value;
            const alone: Record<string, string> = name === 'lat' ? { long: '114' } : name === 'long' ? { lat: '30' } : {};
            const body = form({ ...good(), ...alone, [name]: value });
            await ask(
              `${name}: ${way.what}`,
              'POST',
              `${base}/requests.${format}`,
              format,
              wanted,
              wanted ? name : undefined,
              body,
              'application/x-www-form-urlencoded',
            );
          }
    };
    beforeAll(async () => {
      key = await server().enterToken('open311 key', ['open311']);
      before = await countRows(server().product.database);
    });

    test('is refused with what it is about, and nothing of it is written', { timeout: 60_000 }, async () => {
      await post(posted, true);
      for (const format of formats) {
        for (const [name, schema] of Object.entries(listed))
          for (const way of spoiltTexts(schema).filter((one) => one.value !== '%'))
            await ask(
              `${name}: ${way.what}`,
              'GET',
              `${base}/requests.${format}?${name}=${way.value}`,
              format,
              way.refused && schema === coded,
              way.refused && schema === coded ? name : undefined,
            );
        for (const place of ['services', 'requests', 'tokens'])
          for (const way of spoiltTexts(coded).filter(
            (one) =>
              one.value !== '%' &&
              !one.value.startsWith('%FF') &&
              !one.value.startsWith('%E4%B8') &&
              !one.value.startsWith('%ED') &&
              one.value.length < 300,
          ))
            await ask(`${place}/: ${way.what}`, 'GET', `${base}/${place}/${way.value}.${format}`, format, true);
        for (const [what, type, body, status] of bodies) {
          const answer = await ask(what, 'POST', `${base}/requests.${format}`, format, true, undefined, body, type);
          if (answer.status !== status) wrong.push(`${format} ${what}: ${answer.status} and not ${status}`);
        }
        for (const name of ['api_key', 'service_code', 'address_string']) {
          const { [name]: _, ...rest } = good() as Record<string, string>;
          await ask(
            `${name} left out`,
            'POST',
            `${base}/requests.${format}`,
            format,
            true,
            name,
            form(rest),
            'application/x-www-form-urlencoded',
          );
        }
      }
      expect(wrong).toEqual([]);
      expect(await countRows(server().product.database)).toEqual(before);
    });

    test('that is merely odd is borne', { timeout: 60_000 }, async () => {
      await post(posted, false);
      expect(wrong).toEqual([]);
    });

    test('that is words of XML stays words', async () => {
      const said = encodeURIComponent('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;]]></description>');
      const opened = await ask(
        'XML as words',
        'POST',
        `${base}/requests.json`,
        'json',
        false,
        undefined,
        form({ ...good(), description: said }),
        'application/x-www-form-urlencoded',
      );
      const [{ service_request_id: number }] = JSON.parse(opened.text);
      const { text: read } = await rawRequest(server().address, 'GET', `${base}/requests/${number}.xml`, {});
      expect(read).toContain('<service_requests><request>');
      expect(read).not.toMatch(/<!DOCTYPE|<!ENTITY|root:/);
    });
    afterAll(() => expect(wrong).toEqual([]));
  });
}
