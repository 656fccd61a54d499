/** What a case remembers beside the columns of the ledger; the keys of the kind's own schema that the stories use. */
export interface CaseDetails extends Record<string, unknown> {
  designated: boolean;
  dispatches: number;
  returns: number;
  reworks: number;
  reopens: number;
  firstReceiver: string | null;
  ask: { kind: string; at: string; by: string; organisationId: string | null; reason: string; amount?: number; cause?: string } | null;
  result: string | null;
  reply: string | null;
  proposedOutcome: string | null;
  callBackAttempts: number;
  reporterRated: boolean;
  cards: { grade: string; at: string; by: string; reason: string }[];
  publication: { title: string; body: string | null; at: string } | null;
  joinedTo: string | null;
  likes: number;
}

export function newDetails(): CaseDetails {
  return {
    designated: false,
    dispatches: 0,
    returns: 0,
    reworks: 0,
    reopens: 0,
    firstReceiver: null,
    ask: null,
    result: null,
    reply: null,
    proposedOutcome: null,
    callBackAttempts: 0,
    reporterRated: false,
    cards: [],
    publication: null,
    joinedTo: null,
    likes: 0,
  };
}
