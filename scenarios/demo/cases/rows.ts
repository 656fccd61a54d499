import type { Limit } from '@gongzhi/contract/primitives';
import type { Position } from '../map/projection.ts';

/** Who did something: staff on a post, the reporter, or the product itself. */
export interface ActorRow {
  kind: 'staff' | 'resident' | 'anonymous' | 'token' | 'system';
  personId: string | null;
  name: string;
  postTitle: string | null;
  organisationId: string | null;
}

/** One entry of a history; the row of the life cycle allows it in `from` and leads to `to`. */
export interface ActRow {
  action: string;
  at: Date;
  actor: ActorRow;
  from: string | null;
  to: string;
  visibility: 'public' | 'reporter' | 'internal';
  note: string | null;
  data: Record<string, unknown> | null;
}

export interface DemoPart {
  id: string;
  organisationId: string;
  role: 'lead' | 'assist';
  assignedAt: Date;
  signedAt: Date | null;
  arrivedAt: Date | null;
  doneAt: Date | null;
  endedAt: Date | null;
  dueAt: Date | null;
  result: string | null;
}

export interface DemoPause {
  from: Date;
  to: Date | null;
  reason: string;
  approvedBy: string | null;
}

export interface DemoClock {
  id: string;
  name: string;
  organisationId: string | null;
  rule: string;
  calendar: string;
  limit: Limit;
  startedAt: Date;
  /** While a pause stands open: when it would be due had the pause not begun. */
  dueAt: Date;
  stoppedAt: Date | null;
  breached: boolean;
  paused: boolean;
  pauses: DemoPause[];
}

export interface DemoRating {
  id: string;
  by: 'reporter' | 'call-back';
  at: Date;
  contacted: boolean | null;
  resolved: boolean | null;
  satisfaction: number | null;
  reasons: string[];
  comment: string | null;
}

/** One case as it stands at `now`, with everything that led there. Cases come in the order in which they were opened. */
export interface CaseRow {
  /** 0 for the oldest. */
  index: number;
  /** UUID version 7 of the moment of opening. */
  id: string;
  /** `GZ`, the day in Shanghai, seven digits of `index + 1`. */
  number: string;
  /** Code of the grid. */
  areaCode: string;
  category: string | null;
  title: string;
  body: string;
  address: string;
  /** Inside the grid. */
  location: Position;
  channel: 'resident' | 'hotline' | 'grid' | 'walk-in' | 'media' | 'import' | 'open311' | 'api';
  openedAt: Date;
  urgency: 1 | 2 | 3;
  confidential: boolean;
  /** Null: nobody left a name. The same name with the same number is the same person. */
  reporter: { name: string; phone: string } | null;
  state: string;
  stateSince: Date;
  leadId: string | null;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  pending: 'extension' | 'suspension' | 'objection' | null;
  public: boolean;
  /** Keys of the kind's details that differ from their defaults. */
  details: Record<string, unknown>;
  parts: DemoPart[];
  acts: ActRow[];
  clocks: DemoClock[];
  ratings: DemoRating[];
  /** Index of the case that this one was joined to, or repeats. */
  duplicateOf: number | null;
}
