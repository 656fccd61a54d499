import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedPages } from './generated-pages.ts';

test('generated pages of the documentation are up to date: run node bin/generate-docs.ts', () => {
  for (const { path, text } of generatedPages()) expect(existsSync(path) ? readFileSync(path, 'utf8') : path).toBe(text);
});
