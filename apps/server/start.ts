// `npm start`: builds the web where needed, then serves and works in one process, with the demo district on the first run.
import { demoAccounts } from '@gongzhi/scenarios';
import { buildWeb } from './build-web.ts';
import { DirectoryHeld } from './data-directory.ts';
import { runServer } from './run-server.ts';
import { readSettings } from './settings.ts';
import { verbs } from './verbs/index.ts';

try {
  const settings = readSettings();
  buildWeb((text) => process.stderr.write(`${text}\n`));
  await runServer(settings, { web: true, work: true }, verbs, (address) => {
    process.stdout.write(
      `\n共治 Gongzhi\n  ${address}\n  ${settings.databaseUrl ? 'PostgreSQL' : `embedded engine, data in ${settings.data}`}\n`,
    );
    if (!settings.demo) return;
    process.stdout.write('\n  演示账号 Demo accounts\n');
    for (const account of demoAccounts())
      process.stdout.write(
        `    ${account.username.padEnd(20)} ${account.password.padEnd(20)} ${account.role.padEnd(24)} ${account.organisation}\n`,
      );
    process.stdout.write('\n');
  });
  process.exit(0);
} catch (error) {
  process.stderr.write(
    `${error instanceof DirectoryHeld || process.env.GONGZHI_LOG !== 'debug' ? (error as Error).message : (error as Error).stack}\n`,
  );
  process.exit(1);
}
