import type { Audit } from '@gongzhi/platform/module';
import { authenticate } from './authenticate.ts';
import { createCallers } from './callers.ts';
import { createAuditWriter } from './commands/append-audit.ts';
import { createAccount } from './commands/create-account.ts';
import { createToken } from './commands/create-token.ts';
import { identityMigrations } from './commands/open-data-key.ts';
import { resetPassword } from './commands/reset-password.ts';
import { forgetJob } from './forget-job.ts';
import { administrationRoutes } from './http/administration-routes.ts';
import { auditRoutes } from './http/audit-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { singleSignOnRoutes } from './http/single-sign-on-routes.ts';
import type { AuditDeps, Identity, IdentityDeps } from './identity.ts';
import { verifyAudit } from './queries/verify-audit.ts';
import { createResidents } from './residents.ts';
import { WrongMasterKey, wrongMasterKey } from './rules/data-key.ts';
import { deriveKeys } from './rules/keys.ts';
import { accountByUsername, accountsOfPersons, insertAccounts, personsOfAccounts } from './store/accounts.ts';
import { masterKeyId } from './store/master-key.ts';
import type { Workings } from './workings.ts';

/** The audit log alone, for the modules below identity, which are built before it. `Identity.audit` writes to the same log. */
export function createAudit({ key, now = () => new Date() }: AuditDeps): Audit {
  return createAuditWriter(deriveKeys(key), now);
}

export function createIdentity({ database, organisations, settings, sms, now = () => new Date() }: IdentityDeps): Identity {
  const keys = deriveKeys(settings.key);
  const audit = createAuditWriter(keys, now);
  const callers = createCallers({ database, organisations, settings, now });
  const workings: Workings = { database, organisations, settings, sms, now, keys, audit, callers };
  const residents = createResidents(workings);
  return {
    parts: {
      name: 'identity',
      migrations: identityMigrations,
      routes: [
        ...sessionRoutes(workings, residents),
        ...singleSignOnRoutes(workings),
        ...administrationRoutes(workings),
        ...auditRoutes(workings),
      ],
      jobs: [forgetJob(workings)],
    },
    async open() {
      const sealedWith = await masterKeyId(database, keys.id);
      if (!sealedWith.equals(keys.id)) throw new WrongMasterKey(wrongMasterKey);
    },
    authenticate: (request) => authenticate(callers, request),
    actorOfToken: (token) => callers.ofToken(token),
    audit,
    residents,
    createAccount: (actor, account) => createAccount(workings, actor, account),
    resetPassword: (actor, accountId) => resetPassword(workings, actor, accountId),
    async accountByUsername(connection, username) {
      return (await accountByUsername(connection, username))?.id ?? null;
    },
    async accountsOfPersons(connection, personIds) {
      const rows = personIds.length > 0 ? await accountsOfPersons(connection, personIds) : [];
      return new Map(rows.map((row) => [row.personId, row.id]));
    },
    async namesOfAccounts(connection, accountIds) {
      const rows = accountIds.length > 0 ? await personsOfAccounts(connection, accountIds) : [];
      const persons = await organisations.persons(
        connection,
        rows.map((row) => row.personId),
      );
      const names = new Map(persons.map((person) => [person.id, person.name]));
      return new Map(rows.map((row) => [row.id, names.get(row.personId) ?? row.username]));
    },
    async createToken(actor, token) {
      const { row, text } = await createToken(workings, actor, token);
      return { id: row.id, token: text };
    },
    loadAccounts: (tx, rows) => insertAccounts(tx, rows, now()),
    verifyAudit: () => verifyAudit(database, keys),
    close: () => callers.settle(),
  };
}
