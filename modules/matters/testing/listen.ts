import { get, type IncomingMessage } from 'node:http';

/** A listener on the event stream of a running server, as a browser would be. Fails when the stream is refused. */
export async function listen(address: string, who: string, headers: Record<string, string> = {}) {
  let received = '';
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/api/events`, { headers: { 'x-actor': who, ...headers }, agent: false }, (response) =>
      response.statusCode === 200 ? resolve(response) : reject(new Error(`status ${response.statusCode}`)),
    ).on('error', reject);
  });
  answer.setEncoding('utf8');
  answer.on('data', (piece: string) => {
    received += piece;
  });
  answer.on('close', end);
  answer.on('error', end);
  const parsed = () =>
    [...received.matchAll(/event: matter\ndata: (.*)\n\n/g)].map((match) => JSON.parse(match[1] as string) as Record<string, string>);
  return {
    text: () => received,
    ended,
    /** The events so far. */
    all: parsed,
    close: () => answer.destroy(),
  };
}
