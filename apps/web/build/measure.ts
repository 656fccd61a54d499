// Says how much script each first view takes, compressed with gzip, and fails where one is over its budget:
// `node apps/web/build/measure.ts` after a build.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  imports?: string[];
  isEntry?: boolean;
}
const dist = process.env.GONGZHI_WEB || join(import.meta.dirname, '../dist');
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;

function scripts(keys: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return files;
}

/** First views: the frame, its texts and the page, with the budget in KB that the design gives. */
const views: [string, number, string[]][] = [
  ['/login', 200, ['src/shell/login/page.tsx']],
  ['/m', 200, ['src/mobile/frame.tsx', 'src/mobile/texts.ts', 'src/mobile/home/page.tsx']],
  ['/m/report', 200, ['src/mobile/frame.tsx', 'src/mobile/texts.ts', 'src/mobile/report/page.tsx']],
  ['/wall', 200, ['src/public/frame.tsx', 'src/public/texts.ts', 'src/public/wall/page.tsx']],
  ['/console/cases', 450, ['src/console/frame.tsx', 'src/console/texts.ts', 'src/console/admin/texts.ts', 'src/console/cases/page.tsx']],
];
for (const [view, budget, keys] of views) {
  const there = keys.filter((key) => manifest[key]);
  const bytes = [...scripts([entry, ...there])]
    .filter((file) => existsSync(join(dist, file)))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  const missing = keys.filter((key) => !manifest[key]);
  const kilobytes = bytes / 1024;
  process.stdout.write(
    `${view.padEnd(16)} ${kilobytes.toFixed(0).padStart(4)} KB of ${budget}${missing.length ? `  (not built: ${missing.join(', ')})` : ''}\n`,
  );
  if (kilobytes > budget) process.exitCode = 1;
}
