import type { Entry, KeptPhoto, KeptProblem, OutboxStore } from './entry.ts';

/** How an entry reaches the server. Both reject with a problem that has `status` and `code`; status 0 is no network. */
export interface Wire {
  upload(photo: KeptPhoto, entry: Entry): Promise<string>;
  send(entry: Entry, files: readonly string[]): Promise<NonNullable<Entry['answer']>>;
}

interface QueueDeps {
  store: OutboxStore;
  wire: Wire;
  /** Who is signed in now; null for nobody. */
  who: () => string | null;
  now?: () => number;
  onChange?: () => void;
}

const second = 1000;
/** So long nobody else takes up what is being sent; it is renewed while the page that sends is alive. */
const lease = 30 * second;
const renewal = 10 * second;
/** An upload that no report took up is thrown away by the server after a day. */
const uploadLasts = 20 * 3_600_000;

/** 5 s, 15 s, 45 s … at most ten minutes between two tries. */
export const backOff = (tries: number): number => Math.min(600 * second, 5 * second * 3 ** Math.max(0, tries - 1));

/** Whether it may pass by itself: no network, a busy or restarting server, a session that ended, the first try still in work there. */
export const passes = ({ status, code }: Pick<KeptProblem, 'status' | 'code'>): boolean =>
  status === 0 || status === 401 || status === 408 || status === 429 || status >= 500 || code === 'idempotency-running';

export type Queue = ReturnType<typeof createQueue>;

/**
 * Sends what waits, each entry under its own key. One entry is sent by one page at a time (a lease in the store), and what
 * was sent with an answer is never sent again; what was sent and lost its answer is sent again unchanged, and the server
 * answers it as before.
 */
export function createQueue({ store, wire, who, now = Date.now, onChange = () => {} }: QueueDeps) {
  const change = async (key: string, to: (entry: Entry) => Entry | null) => {
    const after = await store.change(key, to);
    if (after) onChange();
    return after;
  };
  const claim = (key: string) =>
    change(key, (entry) => {
      const free = entry.state === 'waiting' ? entry.nextAt <= now() : entry.state === 'sending' && entry.leaseUntil < now();
      return free ? { ...entry, state: 'sending', leaseUntil: now() + lease } : null;
    });
  const mine = (entry: Entry) => entry.by === null || entry.by === who();

  async function uploaded(entry: Entry): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, photo] of entry.photos.entries()) {
      // A photo that hangs on its matter stays there; one that waits for its report is thrown away after a while.
      const fresh = photo.id !== null && (entry.route === 'act' || entry.attempted || now() - (photo.uploadedAt ?? 0) < uploadLasts);
      const id = fresh ? photo.id! : await wire.upload(photo, entry);
      ids.push(id);
      if (fresh) continue;
      const at = now();
      await change(entry.key, (kept) => ({
        ...kept,
        leaseUntil: at + lease,
        photos: kept.photos.with(index, { ...kept.photos[index]!, id, uploadedAt: at }),
      }));
    }
    return ids;
  }

  /** Acts that were decided on what the person saw before their own act went out are done to what it has made of it. */
  async function follow({ act }: Entry, version: number | undefined): Promise<void> {
    if (!act || version === undefined) return;
    for (const { key } of await store.all())
      await change(key, (kept) =>
        kept.act?.number === act.number && kept.act.version === act.version && kept.state === 'waiting'
          ? { ...kept, act: { ...kept.act, version } }
          : null,
      );
  }

  async function deliver(entry: Entry): Promise<void> {
    const alive = setInterval(
      () => void change(entry.key, (kept) => (kept.state === 'sending' ? { ...kept, leaseUntil: now() + lease } : null)),
      renewal,
    );
    try {
      const files = await uploaded(entry);
      await change(entry.key, (kept) => ({ ...kept, attempted: true }));
      const answer = await wire.send(entry, files);
      // What is no longer needed leaves the phone: pictures, words, telephone number.
      await change(entry.key, (kept) => ({ ...kept, state: 'sent', answer, problem: null, photos: [], body: {} }));
      await follow(entry, answer.version);
    } catch (error) {
      const { status = 0, code = 'unknown', title = '', detail, errors } = error as Partial<KeptProblem>;
      const problem: KeptProblem = { status, code, title, detail, errors: errors ?? [] };
      await change(entry.key, (kept) => {
        const tries = kept.tries + 1;
        return {
          ...kept,
          tries,
          problem,
          ...(passes(problem) ? { state: 'waiting', nextAt: now() + backOff(tries) } : { state: 'refused' }),
        };
      });
    } finally {
      clearInterval(alive);
    }
  }

  let running: Promise<void> | null = null;
  let asked = false;
  async function run(): Promise<void> {
    do {
      asked = false;
      // In the order in which they were done: the second act on a matter is done to what the first has made of it.
      for (const entry of (await store.all()).toSorted((a, b) => a.createdAt - b.createdAt)) {
        if (entry.state === 'sent' || entry.state === 'refused' || !mine(entry)) continue;
        const claimed = await claim(entry.key);
        if (claimed) await deliver(claimed);
      }
    } while (asked);
  }

  return {
    /** A key that is known already is not taken again: a button pressed twice is one report. */
    add: async (entry: Entry) => {
      if ((await store.all()).some(({ key }) => key === entry.key)) return;
      await store.put(entry);
      onChange();
    },
    all: async () => (await store.all()).toSorted((a, b) => b.createdAt - a.createdAt),
    /** Sends all that is due; a second call while one runs waits for it, and what was added meanwhile goes out too. */
    sendDue: (): Promise<void> => {
      asked = true;
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    /** Due now, whatever the back-off said: the network is back, or the person asked. */
    hurry: async (key?: string) => {
      for (const entry of await store.all())
        if (key === undefined || entry.key === key)
          await change(entry.key, (kept) => (kept.state === 'waiting' && kept.nextAt > now() ? { ...kept, nextAt: now() } : null));
    },
    /** The person has seen what the other did and does the act all the same, to the matter as it is now. */
    apply: (key: string, to: { version: number; seen: number }) =>
      change(key, (kept) =>
        kept.act && kept.state === 'refused'
          ? { ...kept, act: { ...kept.act, ...to }, state: 'waiting', tries: 0, nextAt: now(), attempted: false, problem: null }
          : null,
      ),
    /** Taken away by the person, or after its number was seen. What is being sent just now stays. */
    drop: async (key: string): Promise<boolean> => {
      const kept = (await store.all()).find((entry) => entry.key === key);
      if (kept?.state === 'sending' && kept.leaseUntil >= now()) return false;
      await store.remove(key);
      onChange();
      return true;
    },
  };
}
