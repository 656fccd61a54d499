import { rotateMasterKey, WrongMasterKey } from '@gongzhi/identity';
import { pino } from 'pino';
import { adoptStagedKey, parseKey, stagedKey } from '../key-file.ts';
import { openProduct, type Product } from '../product.ts';
import type { Settings } from '../settings.ts';
import { Misused, type Out, type Verb } from '../verb.ts';
import { operator } from './operator.ts';

const log = () => pino({ level: process.env.GONGZHI_LOG || 'warn' }, pino.destination(2));

export const keysRotate: Verb = {
  name: 'keys rotate',
  summary: 'put another master key in force; safe to run again after an interruption',
  alone: true,
  options: [['--online', 'with PostgreSQL: also while other processes run; they go on, and need the new key at their next start']],
  async run({ settings, options, out }) {
    const next = nextKey(settings, process.env.GONGZHI_NEW_KEY);
    if (next.equals(settings.key)) throw new Misused('GONGZHI_NEW_KEY is the key in force already.');
    const { product, done } = await openWithEither(settings, next);
    try {
      if (!options.online) await refuseWhileOthersRun(product);
      const rotated = done
        ? null
        : await rotateMasterKey(product.database, { actor: operator, from: settings.key, to: next, audit: product.identity.audit });
      const old = settings.keyFile ? adoptStagedKey(settings.keyFile) : null;
      if (options.json) out.json({ rotated: rotated !== null, from: rotated?.from ?? null, to: rotated?.to ?? null, keptOld: old });
      else tell(out, rotated, old, settings);
    } finally {
      await product.close();
    }
    return 0;
  },
};

/** The key to come: given, or, where the data folder keeps the key, made and written beside it first. */
function nextKey(settings: Settings, text: string | undefined): Buffer {
  const given = text ? parseKey('GONGZHI_NEW_KEY', text) : null;
  if (settings.keyFile) return stagedKey(settings.keyFile, given);
  if (!given) throw new Misused('GONGZHI_KEY is given by you, so give the new one too: GONGZHI_NEW_KEY=$(openssl rand -base64 32)');
  return given;
}

/** Opens the product with the present key or, where a rotation was cut short after the database had changed, with the next one. */
async function openWithEither(settings: Settings, next: Buffer): Promise<{ product: Product; done: boolean }> {
  try {
    return { product: await openProduct(settings, log()), done: false };
  } catch (error) {
    if (!(error instanceof WrongMasterKey)) throw error;
    return { product: await openProduct({ ...settings, key: next }, log()), done: true };
  }
}

/** The embedded engine holds its folder alone; on PostgreSQL the connections of other processes are looked for. */
async function refuseWhileOthersRun({ database }: Product): Promise<void> {
  if (database.engine === 'embedded') return;
  const others = await database.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and application_name like 'gongzhi %' and application_name <> current_setting('application_name')`,
  );
  if (others.length > 0)
    throw new Misused(
      `Other processes work on this database: ${others.map((other) => other.name).join(', ')}. Stop them, or say --online: they go on with what they have read, and need the new key at their next start.`,
    );
}

function tell(out: Out, rotated: Awaited<ReturnType<typeof rotateMasterKey>> | null, old: string | null, settings: Settings): void {
  out.line(
    rotated
      ? `The master key ${rotated.to} is in force instead of ${rotated.from}.`
      : 'The new master key was in force already; the rotation is finished.',
  );
  if (old)
    out.line(
      `${settings.keyFile} holds it. Backups made before need the old one: it is kept as ${old}; move it to where you keep such keys.`,
    );
  else out.line('Start the processes with GONGZHI_KEY set to the new key. Backups made before need the old one: keep it with them.');
  if (rotated?.wasMaster)
    out.line(
      'This database is older than data keys: whoever knows the key that it began with can still read the contact data of a stolen copy.',
    );
}
