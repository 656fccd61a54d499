export type {
  AccountToLoad,
  AuditVerdict,
  Contact,
  DemoAccount,
  Identity,
  IdentityDeps,
  IdentitySettings,
  MaskedResident,
  NewAccount,
  NewToken,
  OidcSettings,
  PostSource,
  Residents,
  RevealReason,
  SmsGateway,
  TokenScope,
} from './identity.ts';

import type { Audit } from '@gongzhi/platform/module';
import type { AuditDeps, Identity, IdentityDeps } from './identity.ts';

export declare function createIdentity(deps: IdentityDeps): Identity;
/** The audit log alone, for the modules below identity, which are built before it. `Identity.audit` writes to the same log. */
export declare function createAudit(deps: AuditDeps): Audit;
/** A password as it is stored: argon2id. */
export declare function hashPassword(password: string): Promise<string>;
