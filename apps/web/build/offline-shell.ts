import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { contractAtBuildTime } from './contract-at-build-time.ts';

/** A source with all it imports as one script that runs by itself: a worker of its own kind cannot share the pages' chunks everywhere. */
async function oneScript(entry: string, contract: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [contractAtBuildTime(contract)],
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'background' } },
  });
  const [{ output }] = built as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}

interface Sources {
  /** The worker itself, with a place for the list of files. */
  worker: string;
  /** What it does in the background, as a module of the pages. */
  background: string;
  /** Folder of the contract. */
  contract: string;
}

/**
 * Writes `/service-worker.js` with the list of files that the phone pages need without a network: the entry, everything
 * reachable from `src/mobile/`, their styles. The name of the cache is a digest of that list, so a new build replaces it whole.
 */
export function offlineShell({ worker, background, contract }: Sources, area: string): Plugin {
  let listed: string[] = [];
  return {
    name: 'offline-shell',
    apply: 'build',
    // After the bundler has taken away the chunks that held nothing but styles.
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((item): item is Rolldown.OutputChunk => item.type === 'chunk');
      const wanted = new Set<string>();
      const take = (name: string) => {
        const chunk = bundle[name];
        if (wanted.has(name) || !chunk) return;
        wanted.add(name);
        if (chunk.type !== 'chunk') return;
        chunk.imports.forEach(take);
        // Parts of these pages that come later, such as the map; the entry's own are the pages of everybody else.
        if (!chunk.isEntry) chunk.dynamicImports.forEach(take);
        const files = (chunk as { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } }).viteMetadata;
        files?.importedCss.forEach(take);
        files?.importedAssets.forEach(take);
      };
      for (const chunk of chunks) {
        // The area's own chunks, wherever the bundler put them; shared ones follow as their imports.
        if (chunk.isEntry || chunk.moduleIds.some((id) => id.startsWith(area))) take(chunk.fileName);
      }
      listed = [...wanted].sort();
      const files = listed.map((name) => `/${name}`);
      const code = readFileSync(worker, 'utf8').replace('/* files of this build */', files.map((file) => JSON.stringify(file)).join(', '));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: `${code}\n${await oneScript(background, contract)}` });
    },
    // One file that is not there and the browser refuses the whole worker, silently.
    writeBundle({ dir }) {
      const missing = listed.filter((name) => !existsSync(join(dir!, name)));
      if (missing.length > 0) this.error(`the offline shell lists files that were not written: ${missing.join(', ')}`);
    },
  };
}
