// The frame: a bare Fastify with `pg` that sends the statements the server was seen to send and gives the bytes it was seen to give,
// without rules, scope or checks. A process of its own; its work comes on standard input.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import type { Traced } from './trace.ts';

export interface FrameWork {
  url: string;
  port: number;
  connections: number;
  routes: {
    method: 'GET' | 'POST';
    path: string;
    statements: Traced[];
    answer: string;
    type: string;
    status: number;
    ids: string[];
    number?: string;
    transaction: boolean;
  }[];
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const revive = (_key: string, value: unknown) =>
  value !== null && typeof value === 'object' && (value as { type?: string }).type === 'Buffer'
    ? Buffer.from((value as { data: number[] }).data)
    : value;
const work = JSON.parse(Buffer.concat(chunks).toString('utf8'), revive) as FrameWork;
const pool = new pg.Pool({ connectionString: work.url, max: work.connections, options: '-c role=gongzhi_app -c jit=off -c timezone=UTC' });
const app = Fastify({ logger: false });
let names = 0;

for (const route of work.routes) {
  const prepared = route.statements.map((statement) => ({
    ...statement,
    name: statement.name ? `${statement.name}.${names++}` : undefined,
  }));
  app.route({
    method: route.method,
    url: route.path,
    async handler(request, reply) {
      const { number } = request.params as { number?: string };
      const version = (request.body as { version?: number } | undefined)?.version;
      const fresh = new Map(route.ids.map((id) => [id, randomUUID()]));
      const swap = (value: unknown): unknown => {
        if (typeof value !== 'string') return value;
        let text = value === route.number && number ? number : value;
        for (const [from, to] of fresh) if (text.includes(from)) text = text.replaceAll(from, to);
        return text;
      };
      let id: unknown;
      for (const { text, values, name } of prepared) {
        const sent = values.map(swap);
        // An act names the matter by the id that the read before it found, and the version that the caller saw.
        if (version !== undefined && id !== undefined) {
          sent[0] = id;
          sent[1] = version;
          if (typeof sent[2] === 'string') sent[2] = sent[2].replace(/"no":\d+/, `"no":${version + 1}`);
        }
        const { rows } = await pool.query({ text, values: sent, ...(name ? { name } : {}) });
        id = (rows[0] as { id?: unknown } | undefined)?.id ?? id;
      }
      return reply
        .code(route.status)
        .header('content-type', route.type)
        .send(version === undefined ? route.answer : route.answer.replace(/"version":\d+/, `"version":${version + 1}`));
    },
  });
}
await app.listen({ port: work.port, host: '127.0.0.1' });
process.stdout.write('ready\n');
