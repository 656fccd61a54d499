/** A photo of an entry; `id` is what the server calls it once it has it, at the moment `uploadedAt`. */
export interface KeptPhoto {
  name: string;
  blob: Blob;
  id: string | null;
  uploadedAt: number | null;
}

export interface KeptProblem {
  code: string;
  title: string;
  status: number;
  detail?: string | undefined;
  errors?: readonly { field: string; reason: string; accepted?: string }[];
}

/** What an act by staff is done to, and what of it had been seen when it was decided. */
export interface KeptAct {
  number: string;
  title: string;
  /** Null: photos alone are sent. */
  action: string | null;
  label: { zh: string; en: string };
  version: number;
  /** The last entry of the history that had been read: what came after it is news to whoever acts. */
  seen: number;
  stage: 'before' | 'after' | 'other';
}

/**
 * A report or an act on its way. `key` is its Idempotency-Key from the first press of the button to the answer, so however often it is
 * sent there is one case. `waiting` goes out by itself at `nextAt`; `refused` needs the person; `sent` holds the number.
 */
export interface Entry {
  key: string;
  /** `report`: a resident's own; `case`: recorded by staff for somebody; `act`: done by staff to a matter. */
  route: 'report' | 'case' | 'act';
  act: KeptAct | null;
  /** Whose it is: it goes out under that session only. Null is sent without any, so that anonymous stays anonymous. */
  by: string | null;
  /** Body of the request without its files; of an act its input. */
  body: Readonly<Record<string, unknown>>;
  photos: readonly KeptPhoto[];
  createdAt: number;
  state: 'waiting' | 'sending' | 'refused' | 'sent';
  tries: number;
  nextAt: number;
  /** While `sending`: until when nobody else takes it up. A page that was closed in the middle lets it pass. */
  leaseUntil: number;
  /** The body has left this phone at least once: what it said must not change under its key. */
  attempted: boolean;
  problem: KeptProblem | null;
  answer: { number: string; areaName: string; followToken: string | null; title: string; version?: number } | null;
}

/** Over which pages and the worker tell each other that an entry has changed. */
export const outboxChannel = 'gongzhi.outbox';

/** Where entries are kept. `change` reads and writes in one step, so that two tabs cannot both take an entry up. */
export interface OutboxStore {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  /** Null from `to` leaves the entry as it is and answers null. */
  change(key: string, to: (entry: Entry) => Entry | null): Promise<Entry | null>;
  remove(key: string): Promise<void>;
}

/** The matter is no longer as it was seen: somebody else was there first. Only the person can say what is to become of the act. */
export const overtaken = ({ state, problem }: Entry): boolean => state === 'refused' && problem?.code === 'version-passed';
