// Who is told what, over which way: notices in the product, text messages, mail to a real mail server and webhooks to a real receiver.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Booted, openBooted } from './testing/booted.ts';

let booted: Booted;
let mailServer: SMTPServer;
const mails: string[] = [];

interface Received {
  headers: IncomingMessage['headers'];
  body: string;
}
let receiver: Server;
const received: Received[] = [];
/** What the receiver answers, in turn; 204 when there is nothing more. */
const answers: number[] = [];

beforeAll(async () => {
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk) => (text += chunk));
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  booted = await openBooted({
    cases: 50,
    env: {
      GONGZHI_WEBHOOK_PRIVATE: '1',
      GONGZHI_SMTP_URL: `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`,
      GONGZHI_MAIL_FROM: 'gongzhi@example.org',
      GONGZHI_PUBLIC_URL: 'https://gongzhi.example.org',
    },
  });
});
afterAll(async () => {
  await booted.close();
  receiver.close();
  await new Promise<void>((resolve) => mailServer.close(resolve));
});

const run = async (name: string) => {
  const job = booted.product.modules.flatMap((module) => module.jobs ?? []).find((one) => one.name === name);
  await job!.run({}, { signal: new AbortController().signal });
};
const act = async (who: string, number: string, action: string, input: object = {}) => {
  const { body: matter } = await booted.call(who, 'GET', `/api/matters/${number}`);
  const answer = await booted.call(who, 'POST', `/api/matters/${number}/actions/${action}`, { version: matter.version, input });
  expect([action, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([action, 200, '']);
};
const titles = async (who: string): Promise<string[]> =>
  (await booted.call(who, 'GET', '/api/notices?limit=100')).body.items.map((item: { title: { zh: string } }) => item.title.zh);

async function report(phone: string): Promise<string> {
  const { posts } = (await booted.call('grid-officer', 'GET', '/api/session')).body.session;
  const answer = await booted.call('hotline-operator', 'POST', '/api/cases', {
    title: '井盖松动有响声',
    body: '路口的井盖松动，夜里车过响声很大。',
    channel: 'hotline',
    category: '0202',
    areaCode: posts[0].areaCode,
    reporter: { name: '来电人', phone },
  });
  expect([answer.status, answer.status === 201 ? '' : answer.text]).toEqual([201, '']);
  return answer.body.number;
}

describe('notices', () => {
  test('go to the desk whose turn it is and to the reporters, also to one who joined, and never to whoever acted', async () => {
    const number = await report('13711110001');
    const same = await report('13711110002');
    await booted.settle();
    expect(await titles('subdistrict-dispatcher')).toContain('新诉求待立案：井盖松动有响声');
    await act('subdistrict-dispatcher', number, 'file', { category: '0202' });
    await act('subdistrict-dispatcher', same, 'join', { to: number });
    await act('subdistrict-dispatcher', number, 'answer-directly', { reply: '井盖已经加固，感谢反映。', outcome: 'solved' });
    await booted.settle();
    expect(await titles('subdistrict-dispatcher')).not.toContain('待派单：井盖松动有响声');
    await run('notifications.messages');
    const sent = booted.log.filter((line) => line.includes('text message')).join('\n');
    expect(sent).toContain(`您的诉求${number}已答复`);
    expect(sent).toContain(`您的诉求${same}已答复`);
    expect(sent).toContain('137****0002');
    expect(sent).toMatch(/评价：https:\/\/gongzhi\.example\.org\//);
    expect(booted.log.join('\n')).not.toContain('13711110001');
  });
});

describe('mail', () => {
  test('brings the daily digest to whoever gave an address and wants it', async () => {
    await booted.call('department-handler', 'PUT', '/api/notice-preferences', { digest: true, mail: 'desk@example.org', reminders: true });
    await booted.call('department-head', 'PUT', '/api/notice-preferences', { digest: false, mail: 'head@example.org', reminders: true });
    await run('notifications.digest');
    expect(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual(['desk@example.org']);
    expect(await titles('department-handler')).toContainEqual(expect.stringMatching(/^今日/));
  });
});

describe('webhooks', () => {
  test('deliver signed CloudEvents, try again after a failure with a pause, and can be sent again by hand', async () => {
    const { port } = receiver.address() as AddressInfo;
    const made = await booted.call('system-administrator', 'POST', '/api/webhooks', {
      url: `http://127.0.0.1:${port}/hook`,
      events: ['case-record'],
    });
    expect([made.status, made.text.includes('secret')]).toEqual([201, true]);
    answers.push(500);
    const number = await report('13711110003');
    await booted.settle();
    await run('notifications.deliver');
    const log = async () => (await booted.call('system-administrator', 'GET', `/api/webhooks/${made.body.id}/deliveries`)).body.items;
    expect(await log()).toMatchObject([{ event: 'case-record', subject: number, attempts: 1, state: 'waiting', status: 500 }]);
    await run('notifications.deliver');
    expect(received).toHaveLength(1);
    const [delivery] = await log();
    const again = await booted.call('system-administrator', 'POST', `/api/webhooks/${made.body.id}/deliveries/${delivery.id}/again`);
    expect(again.status).toBeLessThan(300);
    await run('notifications.deliver');
    expect(await log()).toMatchObject([{ attempts: 2, state: 'delivered', status: 204 }]);

    const [first, second] = received as [Received, Received];
    expect(second.body).toBe(first.body);
    expect(JSON.parse(second.body)).toMatchObject({ specversion: '1.0', type: 'gongzhi.case-record', subject: number, data: { number } });
    expect(second.body).not.toContain('来电人');
    const id = String(second.headers['webhook-id']);
    const signed = `${id}.${second.headers['webhook-timestamp']}.${second.body}`;
    const mac = createHmac('sha256', Buffer.from(made.body.secret, 'base64')).update(signed).digest();
    expect(timingSafeEqual(Buffer.from(String(second.headers['webhook-signature']).slice(3), 'base64'), mac)).toBe(true);
  });
});
