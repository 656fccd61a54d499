import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askServer, NoDraft } from './ask-server.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function server(answer: RequestListener) {
  const listening = createServer(answer);
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    listening.closeAllConnections();
    listening.close();
  });
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/v1`, model: 'small', key: 'secret', patience: 5000 };
}
const asked = [{ role: 'user' as const, content: '请写答复' }];

test('asks by the protocol and gives the words of the answer', async () => {
  let seen: { url?: string | undefined; auth?: string | undefined; body?: Record<string, unknown> } = {};
  const at = await server(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen = { url: request.url, auth: request.headers.authorization, body: JSON.parse(body) };
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ choices: [{ message: { content: ' 您好，水管已修复。 ' } }] }));
  });
  expect(await askServer(at, asked)).toBe('您好，水管已修复。');
  expect(seen).toMatchObject({ url: '/v1/chat/completions', auth: 'Bearer secret', body: { model: 'small', messages: asked } });
});

test.each<[string, RequestListener]>([
  ['a fault', (_, response) => void response.writeHead(500).end('oops')],
  ['another form', (_, response) => void response.end('{"choices":[]}')],
  ['no JSON', (_, response) => void response.end('<html>')],
  ['a redirection', (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['a connection that breaks', (request) => void request.socket.destroy()],
  ['an answer without end', (_, response) => void response.end(`{"x":"${'a'.repeat(300_000)}"}`)],
])('%s is no draft', async (_, answer) => {
  await expect(askServer(await server(answer), asked)).rejects.toThrow(NoDraft);
});

test('a server that keeps silent is given up', async () => {
  const at = await server(() => {});
  await expect(askServer({ ...at, patience: 50 }, asked)).rejects.toThrow(NoDraft);
  await expect(askServer({ ...at, url: 'http://127.0.0.1:1/v1' }, asked)).rejects.toThrow(NoDraft);
});
