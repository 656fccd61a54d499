import { demoAccounts } from '../index.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON, the text otherwise. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as they are
  body: any;
  text: string;
}

/** Callers of a running server: demo accounts by role, whoever was introduced by a header, or nobody. */
export interface Client {
  /**
   * Calls the server as a role of the demo (`dispatcher`), as somebody introduced before, or as nobody (null). A body that is neither
   * text, bytes nor a form goes as JSON.
   */
  call(who: string | null, method: Method, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The headers that make a request somebody's; signs in where needed. */
  headersOf(who: string | null): Promise<Record<string, string>>;
  /** Makes a name known with the headers of its requests. */
  introduce(name: string, headers: Record<string, string>): void;
  /** Signs in with a username and a password and makes the session known under a name. */
  signIn(name: string, username: string, password: string): Promise<Answer>;
}

/** A client of the server at an address such as `http://127.0.0.1:3000`. Sessions are made at first use and kept. */
export function createClient(address: string): Client {
  const known = new Map<string, Promise<Record<string, string>>>();
  const accounts = new Map(demoAccounts().map((account) => [account.role as string, account]));

  const send = async (method: Method, url: string, headers: Record<string, string>, body?: unknown): Promise<Answer> => {
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
    const response = await fetch(`${address}${url}`, {
      method,
      headers: { ...(raw ? {} : { 'content-type': 'application/json' }), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : text };
  };

  const sessionOf = (answer: Answer): Record<string, string> => {
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('gongzhi='));
    if (!cookie) throw new Error(`no session: ${answer.status} ${answer.text.slice(0, 300)}`);
    return { cookie: cookie.split(';')[0] as string };
  };

  const client: Client = {
    async call(who, method, url, body, headers = {}) {
      return send(method, url, { ...(await client.headersOf(who)), ...headers }, body);
    },
    async headersOf(who) {
      if (who === null) return {};
      const found = known.get(who);
      if (found) return found;
      const account = accounts.get(who);
      if (!account) throw new Error(`nobody is known as ${who}`);
      const entering = send('POST', '/api/session', {}, { username: account.username, password: account.password }).then(sessionOf);
      known.set(who, entering);
      return entering;
    },
    introduce(name, headers) {
      known.set(name, Promise.resolve(headers));
    },
    async signIn(name, username, password) {
      const answer = await send('POST', '/api/session', {}, { username, password });
      client.introduce(name, sessionOf(answer));
      return answer;
    },
  };
  return client;
}
