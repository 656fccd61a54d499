import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Every file the web is made of, in a fixed order. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && !/(\/|^)(dist|node_modules)(\/|$)/.test(entry.parentPath.slice(root.length)) && !entry.name.includes('.test.'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Builds the web where its sources have changed since the last build. Throws when the build fails. */
export function buildWeb(tell: (text: string) => void): void {
  const digest = createHash('sha256');
  for (const file of [...sources('apps/web'), ...sources('contract'), join(root, 'package-lock.json')])
    digest.update(file.slice(root.length)).update(readFileSync(file));
  const stamp = join(root, 'apps/web/dist/.built');
  const wanted = digest.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  tell('Building the web …');
  const built = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn'], {
    cwd: root,
    // A test runner says NODE_ENV=test, and the web would be built for development.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) throw new Error('The web could not be built; the messages are above.');
  writeFileSync(stamp, wanted);
}
