import type { FastifyReply } from 'fastify';
import type { BoardRoom } from './queries/board-room.ts';

/** Bytes that may lie unsent before a viewer counts as gone. */
const backlog = 1024 * 1024;
/** After this long a stream ends and the browser comes back by itself: whoever was signed out meanwhile is not let in again. */
const lifetime = 15 * 60_000;

/** Turns the answer into an event stream of the board of an area. */
export async function serveBoard(room: BoardRoom, area: string, reply: FastifyReply): Promise<void> {
  const { raw } = reply;
  let begun = false;
  const early: string[] = [];
  const write = (text: string) => {
    if (!begun) early.push(text);
    else if (!raw.writableEnded) raw.write(text);
    return raw.writableLength < backlog;
  };
  // Refusals must still be able to become a problem document: the stream begins only once there is something to show.
  const stop = await room.follow(area, { write, end: () => raw.end() });
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
