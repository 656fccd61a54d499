import { defineConfig } from 'vitest/config';

// Three suites: `unit` needs nothing; `module` opens a database (embedded, or PostgreSQL where TEST_DATABASE_URL is set);
// `journey` starts the whole server, some with a browser.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{platform,contract,modules,apps/server,scenarios,bench,bin}/**/*.test.ts', 'apps/web/src/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.module.test.ts', '**/*.journey.test.ts'],
          // A slow machine is no failure: no test here is about time.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'module',
          include: ['**/*.module.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['platform/testing/prepare-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journey',
          include: ['**/*.journey.test.ts'],
          // How every page looks does not depend on the engine: on a server it would only be repeated.
          exclude: [
            '**/node_modules/**',
            ...(process.env.TEST_DATABASE_URL ? ['scenarios/browser/{every-page,first-views}.journey.test.ts'] : []),
          ],
          globalSetup: ['platform/testing/prepare-database.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          // What is waited for comes when it comes; a slow machine is no failure.
          expect: { poll: { timeout: 45_000, interval: 100 } },
          maxWorkers: 1,
        },
      },
    ],
  },
});
