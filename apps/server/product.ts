import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Cases, createCases, shippedCategories } from '@gongzhi/cases';
import { type Command, createCommand } from '@gongzhi/command';
import { createAudit, createIdentity, type Identity, openDataKey, WrongMasterKey } from '@gongzhi/identity';
import { createIntelligence, type Intelligence } from '@gongzhi/intelligence';
import { createMatters, type Matters } from '@gongzhi/matters';
import { createNotifications, logSms, type Notifications } from '@gongzhi/notifications';
import { createOrganisations, type Organisations } from '@gongzhi/organisations';
import { type Database, migrate, openEmbedded, openPostgres, type Trace } from '@gongzhi/platform/database';
import { createFileStore, type FileStore } from '@gongzhi/platform/files';
import { createJobs, type Jobs } from '@gongzhi/platform/jobs';
import type { ModuleParts } from '@gongzhi/platform/module';
import { demoAccounts } from '@gongzhi/scenarios';
import { createTerritory, type Territory } from '@gongzhi/territory';
import type { Logger } from 'pino';
import { hold } from './data-directory.ts';
import { derivedKey, type Settings } from './settings.ts';

/** Everything, opened and wired. */
export interface Product {
  settings: Settings;
  database: Database;
  files: FileStore;
  territory: Territory;
  organisations: Organisations;
  identity: Identity;
  matters: Matters;
  intelligence: Intelligence;
  cases: Cases;
  notifications: Notifications;
  command: Command;
  jobs: Jobs;
  modules: ModuleParts[];
  /** Names of the migrations that ran at this opening. */
  migrated: string[];
  close(): Promise<void>;
}

const embeddedImage = join(import.meta.dirname, '../../.cache/embedded-0.5.8.tar');
/** Appends every statement as a line of JSON: the bench reads from it what the server sends. */
const traceTo =
  (file: string): Trace =>
  (statement) =>
    appendFileSync(file, `${JSON.stringify(statement)}\n`);
const isDemo = async (database: Database) => (await database.query(`select 1 from platform.setting where name = 'demo'`)).length > 0;

/**
 * Opens the engine, brings the schema forward and wires the modules in their declared order:
 * territory ← organisations ← identity ← matters ← cases, notifications ← command.
 */
export async function openProduct(settings: Settings, log: Logger): Promise<Product> {
  const release = settings.databaseUrl ? () => {} : hold(settings.data);
  let database: Database;
  try {
    database = settings.databaseUrl
      ? await openPostgres({
          url: settings.databaseUrl,
          connections: settings.connections,
          statementTimeout: settings.statementSeconds * 1000,
          ...(settings.traceFile ? { trace: traceTo(settings.traceFile) } : {}),
        })
      : await openEmbedded({ directory: join(settings.data, 'database'), ...(existsSync(embeddedImage) ? { image: embeddedImage } : {}) });
  } catch (error) {
    release();
    throw error;
  }
  const { dataKey, migrated: first } = await openDataKey(database, settings.key).catch(async (error) => {
    await database.close();
    release();
    if (error instanceof WrongMasterKey && settings.keyFile && existsSync(`${settings.keyFile}.next`))
      throw new WrongMasterKey(`${error.message}. A rotation of the key was cut short: run “gongzhi keys rotate” again to finish it`);
    throw error;
  });
  const audit = createAudit({ key: dataKey });
  const files = createFileStore({ directory: process.env.GONGZHI_FILES || join(settings.data, 'files') });
  const territory = createTerritory({ database, audit, mapGround: settings.map.ground });
  const organisations = createOrganisations({ database, territory, audit });
  const identity = createIdentity({
    database,
    organisations,
    sms: logSms(log),
    settings: {
      key: dataKey,
      publicUrl: settings.publicUrl,
      secureCookies: settings.publicUrl?.startsWith('https:') ?? false,
      oidc: settings.oidc,
      demoAccounts: async () => ((await isDemo(database)) ? demoAccounts() : []),
    },
  });
  const matters = createMatters({ database, territory, organisations, identity, files });
  territory.setAddressSource((text, under) => matters.usedAddresses(text, under));
  const send: Jobs['send'] = (name, data, options) => jobs.send(name, data, options);
  const intelligence = createIntelligence({
    database,
    territory,
    organisations,
    identity,
    matters,
    send,
    folder: process.env.GONGZHI_MODELS || join(settings.data, 'models'),
    draftServer: settings.draftServer,
  });
  const cases = createCases({
    intelligence,
    database,
    territory,
    organisations,
    identity,
    matters,
    files,
    send,
    importFolder: join(settings.data, 'imports'),
    secret: (purpose) => derivedKey(dataKey, purpose),
    publicUrl: settings.publicUrl,
  });
  const notifications = createNotifications({
    database,
    organisations,
    identity,
    matters,
    surveyLink: (matterId) => cases.surveyLink(matterId),
    sms: logSms(log),
    mail: settings.mail,
    privateWebhooks: settings.privateWebhooks,
    publicUrl: settings.publicUrl,
    secret: (purpose) => derivedKey(dataKey, purpose),
  });
  const command = createCommand({
    ...{ database, territory, organisations, identity, matters, cases, notifications, files, send },
    secret: (purpose) => derivedKey(dataKey, purpose),
    publicUrl: settings.publicUrl,
  });
  const modules = [
    territory.parts,
    organisations.parts,
    identity.parts,
    matters.parts,
    intelligence.parts,
    cases.parts,
    notifications.parts,
    command.parts,
  ];
  const jobs = createJobs({
    database,
    definitions: modules.flatMap((module) => module.jobs ?? []),
    consumers: modules.flatMap((module) => module.consumers ?? []),
    report: (error, where) => log.error({ err: error, where }, 'background work failed'),
  });
  const later = await migrate(database, [
    { module: 'platform', folder: new URL('../../platform/migrations/', import.meta.url) },
    ...modules.map((module) => module.migrations),
  ]);
  const migrated = [...first, ...later];
  await identity.open();
  if (migrated.length > 0) {
    await organisations.seedCategories(shippedCategories);
    await organisations.seedTemplates();
  }
  return {
    settings,
    database,
    files,
    territory,
    organisations,
    identity,
    matters,
    intelligence,
    cases,
    notifications,
    command,
    jobs,
    modules,
    migrated,
    async close() {
      await jobs.close();
      await identity.close();
      await database.close();
      release();
    },
  };
}
