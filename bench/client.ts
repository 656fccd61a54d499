// A load client in a process of its own: so many connections, each one request after the other, for so many seconds.
// Reads {base, path template, method, bodies…} from standard input and writes the figures to standard output.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Load {
  port: number;
  clients: number;
  seconds: number;
  token: string;
  operation: Operation;
  targets: Target[];
}
export type Operation = 'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'B7';
export interface Target {
  number?: string;
  version?: number;
  longitude?: number;
  latitude?: number;
  path?: string;
}
export interface Figures {
  requests: number;
  errors: number;
  perSecond: number;
  p50: number;
  p99: number;
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const load = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.clients });

function send(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        host: '127.0.0.1',
        port: load.port,
        method,
        path,
        headers: {
          authorization: `Bearer ${load.token}`,
          ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
      },
    );
    call.on('error', reject);
    call.end(payload);
  });
}

const text = '小区东门外的路灯坏了几天没有修，晚上老人走路很不安全，请尽快安排处理。';

async function one(target: Target): Promise<number> {
  switch (load.operation) {
    case 'B1':
      return (
        await send('POST', '/api/cases', {
          title: '路灯不亮',
          body: text,
          category: '0202',
          place: { longitude: target.longitude, latitude: target.latitude },
          address: '东门外',
        })
      ).status;
    case 'B4': {
      const answer = await send('POST', `/api/matters/${target.number}/actions/note`, {
        version: target.version,
        input: { note: '已电话联系承办单位，正在赶往现场。' },
      });
      const parsed = answer.status < 300 ? (JSON.parse(answer.text) as { version?: number }) : {};
      if (parsed.version) target.version = parsed.version;
      return answer.status;
    }
    default:
      return (await send('GET', target.path as string)).status;
  }
}

const latencies: number[] = [];
let errors = 0;
let stop = false;
let next = 0;
// Each client has targets of its own, so that two never act on one matter at once.
const clients = Array.from({ length: load.clients }, async (_, client) => {
  const mine = load.operation === 'B4' ? load.targets.filter((_target, index) => index % load.clients === client) : load.targets;
  let at = client;
  while (!stop) {
    const target = mine[(load.operation === 'B4' ? at++ : next++) % mine.length] as Target;
    const started = performance.now();
    const status = await one(target).catch(() => 0);
    latencies.push(performance.now() - started);
    if (status < 200 || status >= 300) errors += 1;
  }
});
const started = performance.now();
await pause(load.seconds * 1000);
stop = true;
await Promise.all(clients);
const seconds = (performance.now() - started) / 1000;
latencies.sort((a, b) => a - b);
const at = (share: number) =>
  Math.round((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0) * 100) / 100;
process.stdout.write(
  JSON.stringify({
    requests: latencies.length,
    errors,
    perSecond: Math.round(latencies.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
  } satisfies Figures),
);
process.exit(0);
