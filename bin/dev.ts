// `npm run dev`: the server restarts when its sources change, the web is served by Vite with hot reload and proxies to it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const children = [
  spawn(process.execPath, ['--watch', '--disable-warning=ExperimentalWarning', join(root, 'apps/server/start.ts')], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'apps/web'], { cwd: root, stdio: 'inherit' }),
];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
await Promise.race(children.map((child) => new Promise((resolve) => child.on('exit', resolve))));
for (const child of children) child.kill();
