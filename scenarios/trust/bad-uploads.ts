import { allRoutes } from '@gongzhi/contract';
import type { AnyRoute } from '@gongzhi/contract/route';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Booted } from '../testing/booted.ts';
import { countRows } from './count-rows.ts';
import { somebodyFor } from './everybody.ts';
import { rawRequest } from './raw-request.ts';
import { addressOf } from './well-formed.ts';
import { boundary, elf, multipart, refusedEverywhere, type WickedFile } from './wicked-files.ts';

const routes = allRoutes.filter((route) => route.consumes === 'multipart');
/** Names that no system should be given as they are. */
const names: [what: string, name: string][] = [
  ['a path', '../../../etc/passwd.csv'],
  ['a path of Windows', 'C:\\windows\\system32\\x.csv'],
  ['a line feed', 'a%0d%0aSet-Cookie: x.csv'],
  ['control characters', 'a\u0007\u001b[31m.csv'],
  ['writing that turns', 'a\u202egpj.csv'],
  ['invisible characters', 'a\u200b\ufeff.csv'],
  ['too much', `${'长'.repeat(3000)}.csv`],
  ['nothing', ''],
  ['dots', '..'],
  ['a device', 'CON.csv'],
  ['the prototype', '__proto__'],
];
const unsafe = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff/\\]/;
const table: Uint8Array = Buffer.from('编号,内容,受理时间\nT-1,路灯不亮,2026-03-01 09:00\n');
const broken: [what: string, type: string, body: Uint8Array][] = [
  ['no file', `multipart/form-data; boundary=${boundary}`, Buffer.from(`--${boundary}--\r\n`)],
  [
    'a field in place of a file',
    `multipart/form-data; boundary=${boundary}`,
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--${boundary}--\r\n`),
  ],
  [
    'a body that was cut off',
    `multipart/form-data; boundary=${boundary}`,
    multipart({ name: 'a.csv', type: 'text/csv', content: table }).subarray(0, 90),
  ],
  ['no boundary', 'multipart/form-data', multipart({ name: 'a.csv', type: 'text/csv', content: table })],
  ['another boundary', 'multipart/form-data; boundary=other', multipart({ name: 'a.csv', type: 'text/csv', content: table })],
  ['JSON', 'application/json', Buffer.from('{}')],
  ['bytes', 'application/octet-stream', elf],
  ['nothing at all', `multipart/form-data; boundary=${boundary}`, Buffer.from('')],
];

/** Every route that takes a file × files that nobody should take. */
export function badUploads(server: () => Booted): void {
  describe('files that are not what they should be', () => {
    let wicked: WickedFile[];
    let before: Record<string, number>;
    const known: Record<string, Record<string, string>> = {};
    const send = async (route: AnyRoute, type: string, body: Uint8Array) => {
      const headers = { ...(await server().headersOf(somebodyFor(route.access))), 'content-type': type };
      const path = `${addressOf(route, known[route.name])}${route.query ? '?dryRun=true' : ''}`;
      const answer = await rawRequest(server().address, route.method, path, headers, body).catch((error: Error) => ({
        status: 599,
        type: '',
        text: error.message,
      }));
      return { ...answer, body: answer.type.includes('json') ? JSON.parse(answer.text) : null };
    };
    const refusal = ({ status, type, body }: Awaited<ReturnType<typeof send>>): string | null => {
      if (status < 400 || status >= 500) return `${status}`;
      if (!type.startsWith('application/problem+json') || !body?.code) return `${status} as ${type}`;
      const named = body.errors?.every((error: { field: string; reason: string }) => error.field && error.reason) && body.errors.length > 0;
      return [400, 422].includes(status) && !named ? `${status} ${body.code} names no field` : null;
    };
    beforeAll(async () => {
      wicked = await refusedEverywhere();
      const area = (await server().call('staff dispatcher', 'GET', '/api/session')).body.session.posts[0].areaCode;
      const opened = await server().call('staff dispatcher', 'POST', '/api/cases', { body: '有附件的一件事', areaCode: area });
      known['matters.attach-file'] = { number: opened.body.number };
      const layer = await server().call('staff system-administrator', 'POST', '/api/layers', {
        name: '文件',
        theme: 'other',
        areaCode: area,
      });
      known['territory.import-facilities'] = { id: layer.body.id };
      before = await countRows(server().product.database);
    });

    for (const route of routes)
      test(`${route.name} refuses them and says why`, { timeout: 60_000 }, async () => {
        const wrong: string[] = [];
        for (const file of wicked) {
          const told = refusal(await send(route, `multipart/form-data; boundary=${boundary}`, multipart(file)));
          if (told) wrong.push(`${file.what}: ${told}`);
        }
        for (const [what, type, body] of broken) {
          const told = refusal(await send(route, type, body));
          if (told) wrong.push(`${what}: ${told}`);
        }
        expect(wrong).toEqual([]);
      });

    test('and nothing of all that is kept', async () => {
      expect(await countRows(server().product.database)).toEqual(before);
    });

    for (const route of routes)
      test(`${route.name} takes no name as it comes`, async () => {
        const wrong: string[] = [];
        for (const [what, name] of names) {
          const { status, body } = await send(
            route,
            `multipart/form-data; boundary=${boundary}`,
            multipart({ name, type: 'text/csv', content: table }),
          );
          if (status >= 500) wrong.push(`${what}: ${status}`);
          if (
            status < 300 &&
            typeof body?.name === 'string' &&
            (unsafe.test(body.name) || body.name.length > 100 || /^(\.|con\.)/i.test(body.name))
          )
            wrong.push(`${what}: kept as ${JSON.stringify(body.name)}`);
        }
        expect(wrong).toEqual([]);
      });
  });
}
