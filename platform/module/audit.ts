import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '../database/index.ts';

/** One line of the audit log, before it is numbered and chained. */
export interface AuditInput {
  actor: Actor;
  /** Past tense with its subject: `area-created`, `contact-revealed`. */
  action: string;
  /** What it was done to: a code, a number, an id. */
  subject?: string;
  /** Why, where a purpose had to be stated. */
  purpose?: string;
  address?: string;
  /** What changed; never secrets or contact data. */
  detail?: Record<string, unknown>;
}

/** Writes to the audit log inside the transaction of the act. Modules below identity are given it; they do not know whose it is. */
export type Audit = (tx: Connection, entry: AuditInput) => Promise<void>;
