// `node bin/generate-docs.ts`: writes the pages of the documentation that are read from the product itself.
import { writeFileSync } from 'node:fs';
import { generatedPages } from './generated-pages.ts';

for (const { path, text } of generatedPages()) {
  writeFileSync(path, text);
  process.stdout.write(`${path}\n`);
}
