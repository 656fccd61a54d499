import { z } from 'zod';
import { type Permission, permissions } from './permissions.ts';
import { Flag, Id, Instant, PageQuery, Phone, page, text } from './primitives.ts';
import { route } from './route.ts';

const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]];
const SessionPost = z.object({
  postId: z.string(),
  role: z.string(),
  title: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  areaCode: z.string(),
});

export const Session = z.object({
  kind: z.enum(['staff', 'resident']),
  id: z.string(),
  name: z.string(),
  username: z.string().nullable(),
  posts: z.array(SessionPost),
  permissions: z.array(z.enum(permissionNames)),
  idleMinutes: z.number(),
  expiresAt: z.string(),
  secondFactor: z.boolean(),
  /** The password was made up by an administrator: no post permits anything until it is changed. */
  mustChangePassword: z.boolean(),
  /** Posts that permit nothing, because the holder has another of the three administrators' posts already. */
  withheldPosts: z.array(z.string()),
});
export type Session = z.infer<typeof Session>;

export const Account = z.object({
  id: z.string(),
  username: z.string(),
  personId: z.string(),
  name: z.string(),
  posts: z.array(SessionPost),
  disabled: z.boolean(),
  lockedUntil: z.string().nullable(),
  secondFactor: z.boolean(),
  lastSignIn: z.string().nullable(),
  passwordChangedAt: z.string().nullable(),
  oidcSubject: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;
export const tokenScopes = ['open311', 'cases:read', 'cases:write', 'figures:read', 'admin'] as const;
export const TokenScope = z.enum(tokenScopes);
export const Token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(TokenScope),
  areaCode: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export const AuditEntry = z.object({
  no: z.number(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  purpose: z.string().nullable(),
  address: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

/** A code on paper for whoever lost the device: two groups of five, in letters and digits that are not mistaken for each other. */
export const recoveryCode = /^[A-HJ-NP-Za-hj-np-z2-9]{5}-?[A-HJ-NP-Za-hj-np-z2-9]{5}$/;
const secondFactorCode = new RegExp(`^\\d{6}$|${recoveryCode.source}`);

const Password = z.string().min(1).max(200);
const ById = z.object({ id: Id });
const auditFilter = {
  text: text(80).optional(),
  action: z.string().max(60).optional(),
  actor: z.string().max(60).optional(),
  subject: z.string().max(80).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
};

export const identity = {
  signIn: route({
    name: 'identity.sign-in',
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with username and password',
    access: 'public',
    scope: 'none',
    body: z.object({
      username: text(60, 1),
      password: Password,
      code: z.string().regex(secondFactorCode, 'the six digits of the authenticator, or a recovery code').optional(),
    }),
    answer: Session,
    perMinute: 30,
  }),
  signInMethods: route({
    name: 'identity.sign-in-methods',
    method: 'GET',
    path: '/api/session/methods',
    summary: 'How one may sign in here',
    access: 'public',
    scope: 'none',
    answer: z.object({
      password: z.boolean(),
      oidc: z.object({ label: z.string(), url: z.string() }).nullable(),
      demo: z.array(z.object({ username: z.string(), password: z.string(), role: z.string(), organisation: z.string() })),
    }),
  }),
  readSession: route({
    name: 'identity.read-session',
    method: 'GET',
    path: '/api/session',
    summary: 'Who am I; null where nobody is signed in',
    access: 'public',
    scope: 'self',
    answer: z.object({ session: Session.nullable() }),
  }),
  signOut: route({
    name: 'identity.sign-out',
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out',
    access: 'signed-in',
    scope: 'self',
    status: 204,
  }),
  changePassword: route({
    name: 'identity.change-password',
    method: 'POST',
    path: '/api/session/password',
    summary: 'Change my password',
    access: 'staff',
    scope: 'self',
    body: z.object({ current: Password, next: Password }),
    status: 204,
  }),
  beginSecondFactor: route({
    name: 'identity.begin-second-factor',
    method: 'POST',
    path: '/api/session/second-factor',
    summary: 'Begin a second factor: the secret to scan',
    access: 'staff',
    scope: 'self',
    answer: z.object({ url: z.string(), secret: z.string() }),
  }),
  confirmSecondFactor: route({
    name: 'identity.confirm-second-factor',
    method: 'PUT',
    path: '/api/session/second-factor',
    summary: 'Confirm the second factor with a code; the recovery codes are shown this once',
    access: 'staff',
    scope: 'self',
    body: z.object({ code: z.string().regex(/^\d{6}$/) }),
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  endSecondFactor: route({
    name: 'identity.end-second-factor',
    method: 'DELETE',
    path: '/api/session/second-factor',
    summary: 'Give up the second factor',
    access: 'staff',
    scope: 'self',
    body: z.object({ password: Password }),
    status: 204,
  }),
  requestCode: route({
    name: 'identity.request-code',
    method: 'POST',
    path: '/api/residents/code',
    summary: 'Send a one-time code to a telephone',
    access: 'public',
    scope: 'none',
    body: z.object({ phone: Phone }),
    answer: z.object({ validSeconds: z.number() }),
    status: 202,
    perMinute: 10,
  }),
  signInResident: route({
    name: 'identity.sign-in-resident',
    method: 'POST',
    path: '/api/residents/session',
    summary: 'Sign in with the one-time code',
    access: 'public',
    scope: 'none',
    body: z.object({ phone: Phone, code: z.string().regex(/^\d{6}$/), name: text(40).optional() }),
    answer: Session,
    perMinute: 20,
  }),
  oidcBegin: route({
    name: 'identity.oidc-begin',
    method: 'GET',
    path: '/api/session/oidc',
    summary: 'Go to the identity provider',
    access: 'public',
    scope: 'none',
    query: z.object({
      back: z
        .string()
        .max(300)
        .regex(/^\/(?!\/)/)
        .optional(),
    }),
    produces: 'text/html',
  }),
  oidcReturn: route({
    name: 'identity.oidc-return',
    method: 'GET',
    path: '/api/session/oidc/return',
    summary: 'Back from the identity provider',
    access: 'public',
    scope: 'none',
    query: z.object({
      code: z.string().max(2000).optional(),
      state: z.string().max(400).optional(),
      error: z.string().max(200).optional(),
      error_description: z.string().max(1000).optional(),
      iss: z.string().max(400).optional(),
    }),
    produces: 'text/html',
  }),

  listAccounts: route({
    name: 'identity.list-accounts',
    method: 'GET',
    path: '/api/accounts',
    summary: 'Staff accounts',
    access: ['account.edit', 'security.edit'],
    scope: 'area',
    query: PageQuery.extend({ text: text(60).optional(), disabled: Flag.optional() }),
    answer: page(Account),
  }),
  createAccount: route({
    name: 'identity.create-account',
    method: 'POST',
    path: '/api/accounts',
    summary: 'Create an account for a member of staff; it has no authority before a post is given',
    access: 'account.edit',
    scope: 'area',
    body: z.object({
      username: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,40}$/, 'lower-case letters, digits, dot, dash; 3 to 41 characters'),
      personId: Id,
      password: Password.optional(),
      oidcSubject: text(200).nullish(),
    }),
    answer: Account.extend({ password: z.string().optional() }),
    // No kept answers: the one-time password would lie in them. The username and the person make a second try a conflict.
    status: 201,
  }),
  changeAccount: route({
    name: 'identity.change-account',
    method: 'PATCH',
    path: '/api/accounts/:id',
    summary: 'Disable or enable an account, unlock it, map it to single sign-on',
    access: ['account.edit', 'security.edit'],
    scope: 'area',
    params: ById,
    body: z.object({
      disabled: z.boolean().optional(),
      unlock: z.literal(true).optional(),
      oidcSubject: text(200).nullable().optional(),
      resetSecondFactor: z.literal(true).optional(),
    }),
    answer: Account,
  }),
  resetPassword: route({
    name: 'identity.reset-password',
    method: 'POST',
    path: '/api/accounts/:id/password',
    summary: 'Give a new one-time password',
    access: 'account.edit',
    scope: 'area',
    params: ById,
    answer: z.object({ password: z.string() }),
  }),
  listTokens: route({
    name: 'identity.list-tokens',
    method: 'GET',
    path: '/api/tokens',
    summary: 'API tokens',
    access: 'token.edit',
    scope: 'none',
    query: PageQuery,
    answer: page(Token),
  }),
  createToken: route({
    name: 'identity.create-token',
    method: 'POST',
    path: '/api/tokens',
    summary: 'Create a token; its text is shown once',
    access: 'token.edit',
    scope: 'none',
    body: z.object({
      name: text(80, 1),
      scopes: z.array(TokenScope).min(1),
      expiresAt: Instant.nullish(),
      areaCode: z.string().max(24).nullish(),
    }),
    answer: Token.extend({ token: z.string() }),
    status: 201,
  }),
  revokeToken: route({
    name: 'identity.revoke-token',
    method: 'DELETE',
    path: '/api/tokens/:id',
    summary: 'Revoke a token',
    access: 'token.edit',
    scope: 'none',
    params: ById,
    status: 204,
  }),
  listAudit: route({
    name: 'identity.list-audit',
    method: 'GET',
    path: '/api/audit',
    summary: 'The audit log, newest first',
    access: 'audit.read',
    scope: 'none',
    query: PageQuery.extend(auditFilter),
    answer: page(AuditEntry),
  }),
  exportAudit: route({
    name: 'identity.export-audit',
    method: 'GET',
    path: '/api/audit.csv',
    summary: 'The audit log as CSV',
    access: 'audit.read',
    scope: 'none',
    query: z.object(auditFilter),
    produces: 'text/csv',
  }),
  verifyAudit: route({
    name: 'identity.verify-audit',
    method: 'GET',
    path: '/api/audit/verification',
    summary: 'Whether the hash chain of the audit log holds',
    access: 'audit.read',
    scope: 'none',
    answer: z.object({ entries: z.number(), intact: z.boolean(), firstBroken: z.number().nullable() }),
  }),
};
