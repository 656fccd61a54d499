export { openDataKey } from './commands/open-data-key.ts';
export { type Rotated, rotateMasterKey } from './commands/rotate-master-key.ts';
export { createAudit, createIdentity } from './create-identity.ts';
export { hashPassword } from './hash-password.ts';
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
export { identityProblems } from './problems.ts';
export { masterKeyId, WrongMasterKey } from './rules/data-key.ts';
export { maskName, maskPhone } from './rules/mask.ts';
export { normalisePhone } from './rules/phone-number.ts';
