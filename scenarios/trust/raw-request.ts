import { Agent, request } from 'node:http';

export interface RawAnswer {
  status: number;
  type: string;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends bytes as they are, where `fetch` would put the address right. An event stream is left after its head. */
export function rawRequest(
  address: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Uint8Array | string,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body as string);
    const asked = request(
      { hostname, port, method, path, agent, headers: { ...headers, ...(bytes ? { 'content-length': bytes.length } : {}) } },
      (response) => {
        const type = response.headers['content-type'] ?? '';
        const answer = (text: string) => resolve({ status: response.statusCode ?? 0, type, text });
        if (type.startsWith('text/event-stream')) {
          answer('');
          asked.destroy();
          return;
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => answer(Buffer.concat(chunks).toString('utf8')));
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(bytes);
  });
}
