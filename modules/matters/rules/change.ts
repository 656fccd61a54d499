import type { Limit } from '@gongzhi/platform/working-time';
import type { PartRow, PauseRow, Snapshot } from './snapshot.ts';

/** Columns of the matter that an act may change beside state, version and clocks. */
export type MatterPatch = Partial<
  Pick<
    Snapshot,
    | 'areaCode'
    | 'category'
    | 'title'
    | 'address'
    | 'longitude'
    | 'latitude'
    | 'urgency'
    | 'confidential'
    | 'public'
    | 'leadId'
    | 'outcome'
    | 'pending'
    | 'details'
    | 'reporterId'
  >
>;

export interface NewRating {
  by: 'reporter' | 'community' | 'call-back' | 'whistler' | 'responder';
  contacted?: boolean | null;
  resolved?: boolean | null;
  satisfaction?: number | null;
  reasons?: string[];
  comment?: string | null;
}

/** A clock that an act sets going on top of those that its table row names. */
export interface ClockStart {
  name: string;
  organisationId?: string | null;
  limit: Limit;
  rule: string;
  /** Takes the place of a clock that counted from an earlier moment: its start and the pauses that it had hold for this one too. */
  since?: { startedAt: Date; pauses: readonly PauseRow[] };
}

/** What an act changes beyond what its row in the life cycle already says. All optional: most acts only leave an entry. */
export interface Change {
  matter?: MatterPatch;
  note?: string | null;
  /** Kept in the entry; must hold no contact data. */
  data?: Record<string, unknown>;
  visibility?: 'public' | 'reporter' | 'internal';
  newParts?: { organisationId: string; role: PartRow['role'] }[];
  /** By part id. */
  parts?: (Pick<PartRow, 'id'> & Partial<Pick<PartRow, 'signedAt' | 'arrivedAt' | 'doneAt' | 'endedAt' | 'dueAt' | 'result'>>)[];
  starts?: ClockStart[];
  /** Clocks to stop beside those of the table: by name, of one organisation or of all; at a moment before now where it happened earlier. */
  stops?: { name: string; organisationId?: string; at?: Date }[];
  /** Lengthens a running clock by so much and moves the due time. */
  extend?: { clock: string; by: Limit };
  pause?: { reason: string; approvedBy: string | null };
  links?: { toId: string; kind: 'duplicate-of' | 'split-from' | 'follows' | 'caused-by' }[];
  unlinks?: { toId: string; kind: string }[];
  ratings?: NewRating[];
  /** Further facts beside the one that every act publishes. */
  facts?: { name: string; data: Record<string, unknown> }[];
  /** Files uploaded before that now belong to the matter. */
  files?: string[];
}
