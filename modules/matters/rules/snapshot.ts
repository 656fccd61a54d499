import type { Limit } from '@gongzhi/platform/working-time';

export interface PartRow {
  id: string;
  organisationId: string;
  role: 'lead' | 'assist' | 'supervise';
  assignedAt: Date;
  signedAt: Date | null;
  arrivedAt: Date | null;
  doneAt: Date | null;
  endedAt: Date | null;
  dueAt: Date | null;
  result: string | null;
}

export interface PauseRow {
  from: Date;
  to: Date | null;
  reason: string;
  approvedBy: string | null;
}

export interface ClockRow {
  id: string;
  name: string;
  organisationId: string | null;
  rule: string;
  calendar: string;
  limit: Limit;
  startedAt: Date;
  dueAt: Date;
  stoppedAt: Date | null;
  breached: boolean;
  paused: boolean;
  pauses: PauseRow[];
}

/** A matter as an act finds it: everything that rules may look at. */
export interface Snapshot {
  id: string;
  number: string;
  kind: string;
  areaCode: string;
  category: string | null;
  title: string;
  body: string;
  address: string | null;
  longitude: number | null;
  latitude: number | null;
  channel: string;
  state: string;
  stateSince: Date;
  urgency: number;
  reporterId: string | null;
  confidential: boolean;
  public: boolean;
  parentId: string | null;
  leadId: string | null;
  openedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  pending: string | null;
  details: Record<string, unknown>;
  externalSource: string | null;
  externalNumber: string | null;
  version: number;
  entries: number;
  head: Buffer;
  /** Children that have not ended. */
  openChildren: number;
  parts: PartRow[];
  clocks: ClockRow[];
}

/** The part of the organisation whose turn it is. */
export function leadPart(matter: Snapshot): PartRow | undefined {
  return matter.parts.find((part) => part.role === 'lead' && part.endedAt === null && part.organisationId === matter.leadId);
}

/** Parts that have not ended, of one organisation or of all. */
export function openParts(matter: Snapshot, organisationId?: string): PartRow[] {
  return matter.parts.filter((part) => part.endedAt === null && (!organisationId || part.organisationId === organisationId));
}
