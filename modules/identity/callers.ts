import { type Actor, anonymous } from '@gongzhi/contract/actor';
import type { Session } from '@gongzhi/contract/identity';
import type { Permission } from '@gongzhi/contract/permissions';
import type { Database } from '@gongzhi/platform/database';
import type { IdentitySettings, PostSource } from './identity.ts';
import { authorityOf, tokenPost } from './rules/authority.ts';
import { recent } from './rules/recent.ts';
import { digestOf, looksLikeSession, looksLikeToken } from './rules/secret.ts';
import { residentTerms, type SessionTerms, sessionEnds, staffTerms } from './rules/session-terms.ts';
import { type SessionRow, sessionBySecret, touchSession } from './store/sessions.ts';
import { tokenBySecret, touchToken } from './store/tokens.ts';

interface Held {
  actor: Actor;
  /** What the page is told; null for a token. */
  session: Session | null;
  accountId: string | null;
  sessionId: string | null;
  seenAt: Date | null;
  ends(seenAt: Date | null): Date | null;
}

export interface Callers {
  ofSession(secret: string): Promise<{ actor: Actor; session: Session } | null>;
  ofToken(token: string): Promise<Actor | null>;
  /** After a change of this process: what is held of an account, a session, a token or a resident is read anew. */
  forget(id: string): void;
  /** Waits for what is still being written off the request path. */
  settle(): Promise<void>;
}

const holdMilliseconds = 5000;
const touchMilliseconds = 60_000;

interface CallersDeps {
  database: Database;
  organisations: PostSource;
  settings: IdentitySettings;
  now: () => Date;
}

/** Who calls, by secret. Looked up by digest and held for five seconds, so a busy client costs no query. */
export function createCallers({ database, organisations, settings, now }: CallersDeps): Callers {
  const held = recent<Held>(now, holdMilliseconds, 5000);
  const writing = new Set<Promise<void>>();

  const touch = (caller: Held, id: string, write: (id: string, at: Date) => Promise<void>) => {
    const at = now();
    if (caller.seenAt && at.getTime() - caller.seenAt.getTime() < touchMilliseconds) return;
    caller.seenAt = at;
    // Nobody waits for it, and its failure ends no request: the session then merely looks idle for longer than it was.
    const job: Promise<void> = write(id, at)
      .catch(() => {})
      .finally(() => writing.delete(job));
    writing.add(job);
  };

  const loadSession = async (secret: string): Promise<Held | null> => {
    const row = await sessionBySecret(database, digestOf(secret), now());
    if (!row) return null;
    const staff = row.accountId !== null && row.personId !== null;
    const terms = staff ? staffTerms(settings) : residentTerms;
    const ends = (seenAt: Date | null) => sessionEnds({ lastSeenAt: seenAt ?? row.lastSeenAt, expiresAt: row.expiresAt }, terms);
    if (ends(row.lastSeenAt) <= now()) return null;
    const { actor, session } = staff ? await describeStaff(organisations, database, row, terms) : describeResident(row, terms);
    return { actor, session, accountId: row.accountId, sessionId: row.id, seenAt: row.lastSeenAt, ends };
  };

  const loadToken = async (token: string): Promise<Held | null> => {
    const row = await tokenBySecret(database, digestOf(token), now());
    if (!row) return null;
    const post = tokenPost(row);
    const actor: Actor = {
      kind: 'token',
      id: row.id,
      name: row.name,
      posts: post.permissions.length > 0 ? [post] : [],
      tokenScopes: row.scopes,
    };
    return { actor, session: null, accountId: null, sessionId: null, seenAt: row.lastUsedAt, ends: () => row.expiresAt };
  };

  const find = async (secret: string, load: (secret: string) => Promise<Held | null>): Promise<Held | null> => {
    const caller = await held.get(digestOf(secret).toString('base64'), () => load(secret));
    const ends = caller?.ends(caller.seenAt);
    return caller && (!ends || ends > now()) ? caller : null;
  };

  return {
    async ofSession(secret) {
      if (!looksLikeSession(secret)) return null;
      const caller = await find(secret, loadSession);
      if (!caller?.session || !caller.sessionId) return null;
      touch(caller, caller.sessionId, (id, at) => touchSession(database, id, at));
      return { actor: caller.actor, session: caller.session };
    },
    async ofToken(token) {
      if (!looksLikeToken(token)) return null;
      const caller = await find(token, loadToken);
      if (caller?.actor.kind !== 'token') return null;
      touch(caller, caller.actor.id as string, (id, at) => touchToken(database, id, at));
      return caller.actor;
    },
    forget(id) {
      held.forget((caller) => caller.accountId === id || caller.sessionId === id || caller.actor.id === id);
    },
    async settle() {
      await Promise.all(writing);
    },
  };
}

async function describeStaff(organisations: PostSource, database: Database, row: SessionRow, terms: SessionTerms) {
  const personId = row.personId as string;
  const [rows, person] = await Promise.all([organisations.postsOfPersons(database, [personId]), organisations.person(database, personId)]);
  const { posts, withheld } = authorityOf(rows, row.mustChangePassword);
  const name = person?.name ?? (row.username as string);
  const actor: Actor = { kind: 'staff', id: row.accountId, name, posts, sessionId: row.id };
  const session = sessionOf(actor, row, terms, withheld);
  return { actor, session };
}

function describeResident(row: SessionRow, terms: SessionTerms) {
  const actor: Actor = { ...anonymous, kind: 'resident', id: row.residentId, name: row.residentName ?? '', sessionId: row.id };
  return { actor, session: sessionOf(actor, row, terms, []) };
}

function sessionOf(actor: Actor, row: SessionRow, terms: SessionTerms, withheld: string[]): Session {
  const granted = new Set<Permission>(actor.posts.flatMap((post) => post.permissions));
  return {
    kind: actor.kind === 'resident' ? 'resident' : 'staff',
    id: actor.id as string,
    name: actor.name,
    username: row.username,
    posts: actor.posts.map(({ permissions, ...post }) => post),
    permissions: [...granted],
    idleMinutes: terms.idleMinutes,
    expiresAt: row.expiresAt.toISOString(),
    secondFactor: row.secondFactor,
    mustChangePassword: row.mustChangePassword,
    withheldPosts: withheld,
  };
}
