import type { EntryInput, patrol } from '@gongzhi/contract/patrol';
import type { AnswerOf, BodyInput } from '@gongzhi/contract/route';
import type { KeptPhoto, KeptProblem } from '../outbox/entry.ts';

export type Today = AnswerOf<typeof patrol.today>;
export type SyncBody = BodyInput<typeof patrol.sync>;
export type SyncAnswer = AnswerOf<typeof patrol.sync>;
export type Outcome = SyncAnswer['entries'][number];

/** A line of the patrol book on this phone. Its id makes it one line on the server however often it is sent. */
export interface BookEntry {
  id: string;
  /** Account whose it is: it goes out under that session only. */
  by: string;
  body: EntryInput;
  photos: readonly KeptPhoto[];
  /** `refused`: the server does not take it in this shape; it stays until the person has seen it. */
  state: 'waiting' | 'sent' | 'refused';
  outcome: Outcome | null;
  problem: KeptProblem | null;
}

export interface Shift {
  id: string;
  beganAt: string;
  endedAt?: string;
  handover?: string;
  /** Whether the server knows it as it stands here. */
  sent: boolean;
}
export interface TrackChunk {
  id: string;
  shiftId: string;
  points: { at: string; longitude: number; latitude: number; accuracy: number | null }[];
}

/** What a phone keeps for one officer beside the lines: the day's list as last seen, the shifts, the way walked on duty. */
export interface Kept {
  by: string;
  name: string;
  today: Today | null;
  shifts: Shift[];
  /** The last one grows; the others wait to be sent. */
  tracks: TrackChunk[];
}
export const nothingKept = (by: string, name: string): Kept => ({ by, name, today: null, shifts: [], tracks: [] });

export interface BookStore {
  entries(): Promise<BookEntry[]>;
  put(entry: BookEntry): Promise<void>;
  remove(id: string): Promise<void>;
  kept(by: string): Promise<Kept | undefined>;
  /** Who used this phone last; for the time without a network, when nobody can say who is signed in. */
  lastKept(): Promise<Kept | undefined>;
  keep(kept: Kept): Promise<void>;
}
