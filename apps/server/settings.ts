import { createHmac } from 'node:crypto';
import { join, resolve } from 'node:path';
import { keptKey, parseKey } from './key-file.ts';
import { type MapSettings, readMapSettings } from './map-settings.ts';

export interface Settings {
  port: number;
  host: string;
  databaseUrl: string | null;
  /** Folder of the embedded database, uploaded files, imports and, where none is given, the master key. */
  data: string;
  /** Load the demo district into an empty database, and offer its accounts at sign-in. */
  demo: boolean;
  demoCases: number;
  /** The master key, and the file that keeps it; null where it is given by the environment. */
  key: Buffer;
  keyFile: string | null;
  publicUrl: string | null;
  trustProxy: boolean;
  connections: number;
  /** Seconds after which PostgreSQL cancels a statement. */
  statementSeconds: number;
  /** Calls a minute by account and by address; 0: no limit. */
  perMinute: { account: number; address: number };
  /** Webhooks may lead to loopback and private addresses. */
  privateWebhooks: boolean;
  logLevel: string;
  /** Where the bench wants every statement written; holds values and is for benches only. */
  traceFile: string | null;
  oidc: { issuer: string; clientId: string; clientSecret: string; label: string; claim: string } | null;
  mail: { url: string; from: string } | null;
  /** A server of the operator that speaks the OpenAI protocol and may write drafts. */
  draftServer: { url: string; model: string; key: string | null } | null;
  map: MapSettings;
}

type Environment = Record<string, string | undefined>;

const number = (text: string | undefined, otherwise: number): number => {
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`a setting wants a whole number and got “${text}”`);
  return value;
};

/** Settings from the environment. Throws in plain words when one of them cannot be. */
export function readSettings(env: Environment = process.env): Settings {
  const cwd = env.GONGZHI_CWD ?? process.cwd();
  const data = resolve(cwd, env.GONGZHI_DATA || './data');
  const databaseUrl = env.DATABASE_URL || null;
  const keyFile = join(data, 'secret.key');
  const oidc = env.GONGZHI_OIDC_ISSUER
    ? {
        issuer: env.GONGZHI_OIDC_ISSUER,
        clientId: required(env, 'GONGZHI_OIDC_CLIENT_ID'),
        clientSecret: required(env, 'GONGZHI_OIDC_CLIENT_SECRET'),
        label: env.GONGZHI_OIDC_LABEL || '单点登录',
        claim: env.GONGZHI_OIDC_CLAIM || 'sub',
      }
    : null;
  return {
    port: number(env.PORT, 3000),
    host: env.HOST || '0.0.0.0',
    databaseUrl,
    data,
    demo: env.GONGZHI_DEMO ? !['0', 'false', 'no', 'off'].includes(env.GONGZHI_DEMO) : databaseUrl === null,
    demoCases: number(env.GONGZHI_DEMO_CASES, 20_000),
    key: env.GONGZHI_KEY ? parseKey('GONGZHI_KEY', env.GONGZHI_KEY) : keptKey(keyFile),
    keyFile: env.GONGZHI_KEY ? null : keyFile,
    publicUrl: env.GONGZHI_PUBLIC_URL?.replace(/\/$/, '') || null,
    trustProxy: env.GONGZHI_TRUST_PROXY === '1',
    connections: number(env.GONGZHI_CONNECTIONS, 10),
    statementSeconds: number(env.GONGZHI_STATEMENT_SECONDS, 60),
    perMinute: { account: number(env.GONGZHI_RATE_ACCOUNT, 6000), address: number(env.GONGZHI_RATE_ADDRESS, 3000) },
    privateWebhooks: env.GONGZHI_WEBHOOK_PRIVATE === '1',
    logLevel: env.GONGZHI_LOG || 'info',
    traceFile: env.GONGZHI_TRACE_SQL || null,
    oidc,
    map: readMapSettings(env, data, cwd),
    draftServer: env.GONGZHI_DRAFT_URL
      ? { url: env.GONGZHI_DRAFT_URL, model: required(env, 'GONGZHI_DRAFT_MODEL'), key: env.GONGZHI_DRAFT_KEY || null }
      : null,
    mail: env.GONGZHI_SMTP_URL ? { url: env.GONGZHI_SMTP_URL, from: required(env, 'GONGZHI_MAIL_FROM') } : null,
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is needed with the other settings of its kind`);
  return value;
}

/** A key for one purpose, so that no two uses share one. */
export function derivedKey(key: Buffer, purpose: string): Buffer {
  return createHmac('sha256', key).update(`gongzhi ${purpose}`).digest();
}
