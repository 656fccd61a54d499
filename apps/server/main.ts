import { Refusal } from '@gongzhi/platform/problems';
import { Command } from 'commander';
import { pino } from 'pino';
import { askHolder } from './control.ts';
import { DirectoryHeld, holderOf } from './data-directory.ts';
import { terminal } from './out.ts';
import { openProduct, type Product } from './product.ts';
import { readSettings } from './settings.ts';
import { Misused, type Verb } from './verb.ts';
import { verbs } from './verbs/index.ts';

const cwd = process.env.GONGZHI_CWD ?? process.cwd();

/** Runs a verb here, or in the server that holds the embedded data folder. */
async function run(verb: Verb, args: string[], options: Record<string, unknown>): Promise<number> {
  const out = terminal(options.json === true);
  const settings = readSettings();
  if (!verb.alone && !settings.databaseUrl && holderOf(settings.data) !== null)
    return askHolder(settings, { name: verb.name, args, options, cwd }, out);
  let opened: Promise<Product> | undefined;
  const log = pino({ level: process.env.GONGZHI_LOG || 'warn' }, pino.destination(2));
  try {
    return await verb.run({
      settings,
      args,
      options,
      cwd,
      out,
      verbs,
      product: () => {
        opened ??= openProduct(settings, log);
        return opened;
      },
    });
  } finally {
    await (await opened?.catch(() => undefined))?.close();
  }
}

const program = new Command('gongzhi')
  .description('共治 Gongzhi: the open platform for urban grassroots governance')
  .helpOption('-h, --help', 'show help')
  .showHelpAfterError();
const groups = new Map<string, Command>();
for (const verb of verbs) {
  const words = verb.name.split(' ');
  const last = words.pop() as string;
  let parent: Command = program;
  if (words.length > 0) {
    const group = words.join(' ');
    const found =
      groups.get(group) ??
      program.commands.find((item) => item.name() === group) ??
      program.command(group).description(
        verbs
          .filter((item) => item.name.startsWith(`${group} `))
          .map((item) => item.name)
          .join(', '),
      );
    groups.set(group, found);
    parent = found;
  }
  const command = parent.command(last).description(verb.summary);
  groups.set(verb.name, command);
  for (const [name, text] of verb.args ?? []) command.argument(name, text);
  for (const [flag, text, value] of verb.options ?? []) command.option(flag, text, value as string | undefined);
  if (!verb.options?.some(([flag]) => flag.startsWith('--json'))) command.option('--json', 'write JSON for programs');
  command.action(async (...given: unknown[]) => {
    const all = given.slice(0, -1);
    const options = command.optsWithGlobals() as Record<string, unknown>;
    process.exitCode = await run(
      verb,
      all
        .slice(0, (verb.args ?? []).length)
        .flat()
        .filter((item): item is string => typeof item === 'string'),
      options,
    );
  });
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof Misused || error instanceof DirectoryHeld) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof Misused ? 2 : 1;
  } else if (error instanceof Refusal) {
    process.stderr.write(
      `${error.message}\n${(error.options.errors ?? []).map((item) => `  ${item.field}: ${item.reason}${item.accepted ? ` (${item.accepted})` : ''}\n`).join('')}`,
    );
    process.exitCode = 1;
  } else {
    process.stderr.write(
      `${error instanceof Error ? (process.env.GONGZHI_LOG === 'debug' ? error.stack : error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
// Idle timers of libraries must not keep a finished verb from ending.
if (process.exitCode !== undefined) process.exit();
