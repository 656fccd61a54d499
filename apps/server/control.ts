import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { asRefusal } from '@gongzhi/platform/http';
import { controlSocket } from './data-directory.ts';
import type { Product } from './product.ts';
import type { Settings } from './settings.ts';
import { Misused, type Out, type Verb } from './verb.ts';

interface Request {
  name: string;
  args: string[];
  options: Record<string, unknown>;
  cwd: string;
}
type Message =
  | { kind: 'line'; text: string }
  | { kind: 'json'; value: unknown }
  | { kind: 'progress'; what: string; done: number; total: number | null }
  | { kind: 'exit'; code: number };

/** Lets verbs of the command line work through the server that holds the data folder. The socket lies in that folder: who can open it owns the data anyway. */
export async function openControl(product: Product, verbs: readonly Verb[]): Promise<() => Promise<void>> {
  const path = controlSocket(product.settings.data);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const running = new Set<Promise<void>>();
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    const tell = (message: Message) => void (socket.writable && socket.write(`${JSON.stringify(message)}\n`));
    createInterface({ input: socket }).once('line', (line) => {
      const work = runHere(product, verbs, JSON.parse(line) as Request, tell).finally(() => {
        socket.end();
        running.delete(work);
      });
      running.add(work);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return async () => {
    server.close();
    await Promise.all(running);
    if (process.platform !== 'win32') rmSync(path, { force: true });
  };
}

async function runHere(product: Product, verbs: readonly Verb[], request: Request, tell: (message: Message) => void): Promise<void> {
  const verb = verbs.find((item) => item.name === request.name && !item.alone);
  const out: Out = {
    line: (text) => tell({ kind: 'line', text }),
    json: (value) => tell({ kind: 'json', value }),
    progress: (what, done, total) => tell({ kind: 'progress', what, done, total }),
  };
  try {
    if (!verb) throw new Misused(`The running server does not know the verb ${request.name}`);
    const code = await verb.run({
      settings: product.settings,
      args: request.args,
      options: request.options,
      cwd: request.cwd,
      out,
      verbs,
      product: async () => product,
    });
    tell({ kind: 'exit', code });
  } catch (error) {
    const refusal = asRefusal(error);
    out.line(
      refusal
        ? `${refusal.message} ${(refusal.options.errors ?? []).map((item) => `${item.field}: ${item.reason}`).join('; ')}`
        : error instanceof Error
          ? error.message
          : String(error),
    );
    tell({ kind: 'exit', code: error instanceof Misused ? 2 : 1 });
  }
}

/** Sends a verb to the process that holds the data folder and repeats here what it says. */
export async function askHolder(settings: Settings, request: Request, out: Out): Promise<number> {
  const socket = connect(controlSocket(settings.data));
  return new Promise<number>((resolve, reject) => {
    let code: number | undefined;
    socket.once('error', (error) =>
      reject(
        new Error(
          `The data folder ${settings.data} is held by a process that does not answer (${error.message}). It may still be starting: try again, or stop it.`,
        ),
      ),
    );
    socket.once('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    createInterface({ input: socket })
      .on('line', (line) => {
        const message = JSON.parse(line) as Message;
        if (message.kind === 'line') out.line(message.text);
        else if (message.kind === 'json') out.json(message.value);
        else if (message.kind === 'progress') out.progress(message.what, message.done, message.total);
        else code = message.code;
      })
      .on('close', () => (code === undefined ? reject(new Error('The server ended before the work was done.')) : resolve(code)));
  });
}
