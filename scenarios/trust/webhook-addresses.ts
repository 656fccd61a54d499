import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Booted } from '../testing/booted.ts';

const admin = 'staff system-administrator';

/** A webhook must not become a way into the house for whoever may create one. */
export function webhookAddresses(server: () => Booted): void {
  describe('a webhook that leads inside', () => {
    test.each([
      'http://127.0.0.1:9/',
      'http://localhost/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/meta-data',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://[::ffff:127.0.0.1]/',
      'https://any.localhost/',
    ])('is refused: %s', async (url) => {
      const answer = await server().call(admin, 'POST', '/api/webhooks', { url, events: ['case-*'] });
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toMatchObject([{ field: 'url' }]);
    });

    test('is not delivered to either, where it stood there before', async () => {
      let asked = 0;
      const receiver = createServer((_request, response) => {
        asked += 1;
        response.end();
      });
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
      const { database, notifications } = server().product;
      const webhook = '0198a000-0000-7000-8000-00000000beef';
      const { port } = receiver.address() as AddressInfo;
      await database.query(`insert into notifications.webhook (id, url, events) values ($1, $2, '{case-*}')`, [
        webhook,
        `http://127.0.0.1:${port}/`,
      ]);
      await server().settle();
      const area = (await server().call('staff dispatcher', 'GET', '/api/session')).body.session.posts[0].areaCode;
      await server().call('staff dispatcher', 'POST', '/api/cases', { body: '会触发回调的一件事', areaCode: area });
      await server().settle();
      const job = notifications.parts.jobs?.find((one) => one.name === 'notifications.deliver');
      await job?.run({}, { signal: new AbortController().signal });
      const { body } = await server().call(admin, 'GET', `/api/webhooks/${webhook}/deliveries`);
      expect(body.items[0]).toMatchObject({ state: 'waiting', error: 'the address lies inside; not allowed' });
      expect(asked).toBe(0);
      await server().call(admin, 'DELETE', `/api/webhooks/${webhook}`);
      receiver.close();
    });
  });
}
