import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractAtBuildTime } from './build/contract-at-build-time.ts';
import { offlineShell } from './build/offline-shell.ts';
import { precompress } from './build/precompress.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// The host stays the page's own, or the server would take its requests for another site's.
const server = { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false };

export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    contractAtBuildTime(here('../../contract')),
    offlineShell(
      {
        worker: here('./build/service-worker.js'),
        background: here('./src/mobile/outbox/background.ts'),
        contract: here('../../contract'),
      },
      here('./src/mobile/'),
    ),
    precompress(),
  ],
  // Another package of the workspace brings an older React to the root; every library here must use ours.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, sourcemap: false, manifest: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': server, '/open311': server, '/health': server } },
});
