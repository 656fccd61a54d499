import type { Actor } from '@gongzhi/contract/actor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Events } from '../queries/follow-events.ts';

/** Bytes that may lie unsent before a listener counts as gone. */
const backlog = 512 * 1024;
/** After this long a stream ends and the browser comes back by itself: whoever was signed out meanwhile is not let in again. */
const lifetime = 15 * 60_000;

/** Turns the answer into an event stream of what concerns the actor. `Last-Event-ID` of a returning browser counts more than `after`. */
export async function serveEvents(
  events: Events,
  actor: Actor,
  after: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { raw } = reply;
  const lastSeen = request.headers['last-event-id'];
  let begun = false;
  const early: string[] = [];
  const write = (text: string) => {
    if (!begun) early.push(text);
    else if (!raw.writableEnded) raw.write(text);
    return raw.writableLength < backlog;
  };
  // Refusals must still be able to become a problem document: the stream begins only once it is granted.
  const stop = await events.follow(actor, typeof lastSeen === 'string' ? lastSeen : after, { write, end: () => raw.end() });
  reply.hijack();
  const end = setTimeout(() => raw.end(), lifetime).unref();
  raw.once('close', () => {
    clearTimeout(end);
    stop();
  });
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: 3000\n\n${early.join('')}`);
  begun = true;
  if (raw.destroyed) stop();
}
