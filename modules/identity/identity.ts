import type { Actor } from '@gongzhi/contract/actor';
import type { tokenScopes } from '@gongzhi/contract/identity';
import type { Organisations } from '@gongzhi/organisations';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { Audit, ModuleParts } from '@gongzhi/platform/module';
import type { FastifyRequest } from 'fastify';

/** What identity asks of organisations: who a person is and which posts the person holds today. */
export type PostSource = Pick<Organisations, 'postsOfPersons' | 'person' | 'persons'>;

/** Sends a text message. Throws when the gateway did not take it. */
export interface SmsGateway {
  send(phone: string, text: string): Promise<void>;
}

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button of the sign-in page calls it. */
  label: string;
  /**
   * The claim that names the account; `sub` unless told. Its value is looked for among the mapped subjects of accounts, and,
   * for any other claim than `sub`, among usernames: choose only a claim that its users cannot change themselves.
   */
  claim?: string;
}

export interface DemoAccount {
  username: string;
  password: string;
  role: string;
  organisation: string;
}

export interface IdentitySettings {
  /** Data key of 32 bytes (`openDataKey`); every other key is derived from it. Losing it loses all contact data and second factors. */
  key: Buffer;
  /** Address under which people reach the product, such as `https://gongzhi.example`; that of the request where null. */
  publicUrl: string | null;
  /** Set the Secure attribute on cookies: the site is served over https. */
  secureCookies: boolean;
  /** Staff sessions end after so many minutes without a call; 30 unless told. */
  idleMinutes?: number;
  /** Staff sessions end after so many hours in any case; 12 unless told. */
  absoluteHours?: number;
  oidc: OidcSettings | null;
  /** Accounts of the demo district with their passwords, shown on the sign-in page; absent outside of the demo. */
  demoAccounts?: () => Promise<DemoAccount[]>;
}

export interface IdentityDeps {
  database: Database;
  organisations: PostSource;
  settings: IdentitySettings;
  sms: SmsGateway;
  now?: () => Date;
}

export type TokenScope = (typeof tokenScopes)[number];

export interface NewAccount {
  username: string;
  personId: string;
  /** Made up, one-time and told in the answer where absent. */
  password?: string;
  oidcSubject?: string | null;
}

export interface NewToken {
  name: string;
  scopes: readonly TokenScope[];
  expiresAt?: Date | null;
  /** Area under which it works; null or '' is everywhere that its maker reaches. */
  areaCode?: string | null;
}

/** An account with an already hashed password (`hashPassword`), for the demo and for tests. */
export interface AccountToLoad {
  id: string;
  username: string;
  personId: string;
  passwordHash: string | null;
  oidcSubject?: string | null;
}

/** How somebody can be reached, in the clear. */
export interface Contact {
  name?: string | null;
  phone?: string | null;
  address?: string | null;
}

/** How a resident appears wherever no purpose was stated: `张**`, `138****1234`. */
export interface MaskedResident {
  name: string;
  phone: string | null;
  /** Neither name nor telephone is known. */
  anonymous: boolean;
}

export interface RevealReason {
  /** Why, in the words of whoever asks; at least two characters. */
  purpose: string;
  /** The matter or other thing it is for. */
  subject: string;
  /** Network address of the caller. */
  address?: string;
}

export interface Residents {
  /**
   * Finds the resident by telephone or creates one; without a telephone it always creates one. A name or address is added to a known resident
   * who had none, never replaced. Refuses what is no telephone number (`invalid-input`, field `phone`). Returns the resident id.
   */
  record(tx: Connection, contact: Contact): Promise<string>;
  /** The same for many, in one round trip; ids in the order of the contacts. */
  recordMany(tx: Connection, contacts: readonly Contact[]): Promise<string[]>;
  findByPhone(connection: Connection, phone: string): Promise<string | null>;
  masked(connection: Connection, ids: readonly string[]): Promise<Map<string, MaskedResident>>;
  /**
   * The contact data of one resident in the clear, for a stated purpose; the look is written to the audit log in the same transaction, so no
   * look goes without a line. The caller has checked that the actor may see the matter; that the actor may reveal at all is checked here.
   */
  reveal(
    actor: Actor,
    residentId: string,
    reason: RevealReason,
  ): Promise<{ name: string | null; phone: string | null; address: string | null }>;
  /** Telephones for messages to reporters, by resident id; those without one are absent. One audit line for the whole batch. */
  phonesForNotice(tx: Connection, ids: readonly string[]): Promise<Map<string, string>>;
  /** Right of deletion: contact data and index go, sessions end, a tombstone stays. */
  erase(tx: Connection, actor: Actor, id: string, purpose: string): Promise<void>;
}

export interface AuditVerdict {
  entries: number;
  intact: boolean;
  /** Number of the first entry that is missing, out of order or not what was written. */
  firstBroken: number | null;
}

export interface Identity {
  parts: ModuleParts;
  /** Refuses to go on with another master key than the one that sealed what is in the database. Call it once after `migrate`. */
  open(): Promise<void>;
  /**
   * Who calls: by `Authorization: Bearer` token, else by the session cookie, else anonymous. An unknown or expired token is refused with 401;
   * an unknown or expired session is anonymous. A change made by another process is seen after at most five seconds.
   */
  authenticate(request: FastifyRequest): Promise<Actor>;
  /** The actor of an API token given in another way than by header, such as the `api_key` of Open311; null for an unknown, expired or revoked one. */
  actorOfToken(token: string): Promise<Actor | null>;
  audit: Audit;
  residents: Residents;
  /** The password comes back where it was made up; it has to be changed at the first sign-in. */
  createAccount(actor: Actor, account: NewAccount): Promise<{ id: string; username: string; password: string | null }>;
  /** A new one-time password; ends the sessions of the account. */
  resetPassword(actor: Actor, accountId: string): Promise<string>;
  /** The id of an account by its username; null where there is none. For the command line. */
  accountByUsername(connection: Connection, username: string): Promise<string | null>;
  /** Account ids by person id; persons without an account, or with a disabled one, are absent. */
  accountsOfPersons(connection: Connection, personIds: readonly string[]): Promise<Map<string, string>>;
  /** Names of persons by account id, for showing who acted. */
  namesOfAccounts(connection: Connection, accountIds: readonly string[]): Promise<Map<string, string>>;
  /** `token` is shown here and never again. */
  createToken(actor: Actor, token: NewToken): Promise<{ id: string; token: string }>;
  loadAccounts(tx: Connection, rows: readonly AccountToLoad[]): Promise<void>;
  verifyAudit(): Promise<AuditVerdict>;
  /** Waits for what is still being written beside requests; call it before the database is closed. */
  close(): Promise<void>;
}

export interface AuditDeps {
  key: Buffer;
  now?: () => Date;
}
