import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * Writes `/service-worker.js` with the list of files that the phone pages need without a network: the entry, everything
 * reachable from `src/mobile/`, their styles. The name of the cache is a digest of that list, so a new build replaces it whole.
 */
export function offlineShell(source: string, area: string): Plugin {
  let listed: string[] = [];
  return {
    name: 'offline-shell',
    apply: 'build',
    // After the bundler has taken away the chunks that held nothing but styles.
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((item): item is Rolldown.OutputChunk => item.type === 'chunk');
      const wanted = new Set<string>();
      const take = (name: string) => {
        const chunk = bundle[name];
        if (wanted.has(name) || !chunk) return;
        wanted.add(name);
        if (chunk.type !== 'chunk') return;
        chunk.imports.forEach(take);
        const styles = (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss;
        styles?.forEach(take);
      };
      for (const chunk of chunks) {
        // The area's own chunks, wherever the bundler put them; shared ones follow as their imports.
        if (chunk.isEntry || chunk.moduleIds.some((id) => id.startsWith(area))) take(chunk.fileName);
      }
      listed = [...wanted].sort();
      const files = listed.map((name) => `/${name}`);
      const code = readFileSync(source, 'utf8').replace('/* files of this build */', files.map((file) => JSON.stringify(file)).join(', '));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
    },
    // One file that is not there and the browser refuses the whole worker, silently.
    writeBundle({ dir }) {
      const missing = listed.filter((name) => !existsSync(join(dir!, name)));
      if (missing.length > 0) this.error(`the offline shell lists files that were not written: ${missing.join(', ')}`);
    },
  };
}
