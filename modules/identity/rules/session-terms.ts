export interface SessionTerms {
  idleMinutes: number;
  absoluteHours: number;
}

/** A resident sees nothing but masked data and own requests, and each sign-in costs a text message. */
export const residentTerms: SessionTerms = { idleMinutes: 7 * 24 * 60, absoluteHours: 30 * 24 };

export const staffTerms = (settings: { idleMinutes?: number; absoluteHours?: number }): SessionTerms => ({
  idleMinutes: settings.idleMinutes ?? 30,
  absoluteHours: settings.absoluteHours ?? 12,
});

/** The moment at which a session ends unless it is used, never after its absolute end. */
export function sessionEnds(session: { lastSeenAt: Date; expiresAt: Date }, terms: SessionTerms): Date {
  return new Date(Math.min(session.lastSeenAt.getTime() + terms.idleMinutes * 60_000, session.expiresAt.getTime()));
}
