import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCases } from '@gongzhi/cases';
import { createCommand } from '@gongzhi/command';
import { createAudit, createIdentity } from '@gongzhi/identity';
import { createIntelligence } from '@gongzhi/intelligence';
import { createMatters } from '@gongzhi/matters';
import { createNotifications } from '@gongzhi/notifications';
import { createOrganisations } from '@gongzhi/organisations';
import type { Database } from '@gongzhi/platform/database';
import { createFileStore } from '@gongzhi/platform/files';
import { createTerritory } from '@gongzhi/territory';

const never = () => Promise.reject(new Error('there is no database here'));

/** The modules as the product wires them, over a database that answers nothing: for asking what they are made of. */
export function wired() {
  const database = { query: never, run: never, transaction: never, script: never, engine: 'embedded' } as unknown as Database;
  const key = Buffer.alloc(32, 7);
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-wired-'));
  const audit = createAudit({ key });
  const files = createFileStore({ directory: folder });
  const sms = { send: async () => {} };
  const secret = () => key;
  const territory = createTerritory({ database, audit });
  const organisations = createOrganisations({ database, territory, audit });
  const identity = createIdentity({ database, organisations, sms, settings: { key, publicUrl: null, secureCookies: false, oidc: null } });
  const matters = createMatters({ database, territory, organisations, identity, files });
  const intelligence = createIntelligence({
    ...{ database, territory, organisations, identity, matters, folder },
    draftServer: null,
    send: async () => {},
  });
  const cases = createCases({
    ...{ database, territory, organisations, identity, matters, files, secret, publicUrl: null },
    importFolder: folder,
    send: async () => {},
  });
  const notifications = createNotifications({
    ...{ database, organisations, identity, matters, sms, mail: null, publicUrl: null, secret },
    surveyLink: (matterId: string) => cases.surveyLink(matterId),
  });
  const command = createCommand({
    ...{ database, territory, organisations, identity, matters, cases, notifications, files, secret },
    send: async () => {},
  });
  return {
    cases,
    command,
    modules: [territory, organisations, identity, matters, intelligence, cases, notifications, command].map((module) => module.parts),
  };
}
