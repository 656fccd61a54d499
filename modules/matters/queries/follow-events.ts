import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { type Fact, type FactPosition, factHead, factsAfter } from '@gongzhi/platform/outbox';
import { problems } from '@gongzhi/platform/problems';
import type { Ledger } from '../context.ts';
import { isBehind, listens, type MatterEvent, matterEvent, readPosition } from '../rules/matter-event.ts';
import { selectUnits } from '../store/select-units.ts';

/** Where a listener is written to. `write` answers false when it has fallen too far behind to be worth keeping. */
export interface Listener {
  write(text: string): boolean;
  end(): void;
}

export interface Events {
  /**
   * Begins to tell a listener of what concerns the actor, from the event after `after` where that is not too long ago. Answers how to stop.
   * Refuses more than ten streams of one actor as `too-many-requests`.
   */
  follow(actor: Actor, after: string | undefined, listener: Listener): Promise<() => void>;
  /** Ends every stream. */
  close(): void;
}

interface Stream extends Listener {
  concerns(event: MatterEvent): boolean;
  /** Events that came while it was still being told of earlier ones; null once it is up to date. */
  waiting: MatterEvent[] | null;
  /** Up to where it was told of earlier ones: the common look may still come by them. */
  told: FactPosition | null;
  account: string;
}

const interval = 700;
const heartbeat = 20_000;
const most = 1000;
const perActor = 10;

/** One look for new facts per process and interval, only while somebody listens; each fact is written once for all. */
export function createEvents({ database }: Pick<Ledger, 'database'>): Events {
  const streams = new Set<Stream>();
  let position: FactPosition | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let starting: Promise<FactPosition> | undefined;
  let beat = 0;

  const drop = (stream: Stream) => {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    position = undefined;
  };
  const send = (stream: Stream, text: string) => {
    if (stream.write(text)) return;
    drop(stream);
    stream.end();
  };
  const tell = (stream: Stream, event: MatterEvent) => {
    if (!stream.concerns(event) || (stream.told && !isBehind(event.position, stream.told))) return;
    if (stream.waiting) stream.waiting.push(event);
    else send(stream, event.text);
  };
  const look = async () => {
    const from = position;
    if (!from) return;
    const facts = await factsAfter(database, from, most);
    const last = facts.at(-1);
    if (!last || position !== from) return;
    const events = await eventsOf(database, facts);
    position = { tx: last.tx, id: last.id };
    for (const stream of streams) for (const event of events) tell(stream, event);
  };
  const tick = () => {
    // A look that fails is made again at the next tick; nothing is lost, the position stays.
    if (!looking)
      looking = look()
        .catch(() => {})
        .finally(() => {
          looking = undefined;
        });
    beat += interval;
    if (beat < heartbeat) return;
    beat = 0;
    for (const stream of streams) send(stream, ': still here\n\n');
  };
  const start = async () => {
    starting ??= factHead(database).finally(() => {
      starting = undefined;
    });
    const head = await starting;
    position ??= head;
    timer ??= setInterval(tick, interval).unref();
  };
  /** Tells a stream what happened between its last event and now, then what came meanwhile. */
  const catchUp = async (stream: Stream, after: FactPosition | undefined) => {
    const facts = after ? await factsAfter(database, after, most) : [];
    const last = facts.at(-1);
    // So long ago that it is quicker to load the lists anew.
    if (facts.length === most) send(stream, 'event: reload\ndata: {}\n\n');
    else for (const event of await eventsOf(database, facts)) if (stream.concerns(event)) send(stream, event.text);
    if (last && facts.length < most) stream.told = { tx: last.tx, id: last.id };
    const waiting = stream.waiting ?? [];
    stream.waiting = null;
    for (const event of waiting) tell(stream, event);
  };

  return {
    async follow(actor, after, listener) {
      const account = `${actor.kind}:${actor.id}`;
      if ([...streams].filter((stream) => stream.account === account).length >= perActor)
        throw problems['too-many-requests']({ detail: `At most ${perActor} streams at once`, retryAfter: 30 });
      const stream: Stream = { ...listener, concerns: listens(actor), waiting: [], told: null, account };
      streams.add(stream);
      try {
        await start();
        await catchUp(stream, readPosition(after));
      } catch (error) {
        drop(stream);
        throw error;
      }
      return () => drop(stream);
    },
    close() {
      for (const stream of [...streams]) {
        drop(stream);
        stream.end();
      }
    },
  };
}

async function eventsOf(connection: Connection, facts: Fact[]): Promise<MatterEvent[]> {
  const ofMatters = facts.filter((fact) => fact.subject !== null && typeof fact.data.number === 'string');
  if (ofMatters.length === 0) return [];
  const units = await selectUnits(connection, [...new Set(ofMatters.map((fact) => fact.subject as string))]);
  return ofMatters.flatMap((fact) => matterEvent(fact, units.get(fact.subject as string) ?? []) ?? []);
}
