import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '../database/index.ts';

const cache = join(import.meta.dirname, '../../.cache');
/** A dumped, empty data directory with PostGIS: opening from it saves the initialisation of a cluster. */
export const image = join(cache, 'embedded-0.5.8.tar');

/** Makes the embedded image once per checkout; nothing is needed where the tests run on a real server. */
export default async function prepare(): Promise<void> {
  if (process.env.TEST_DATABASE_URL || existsSync(image)) return;
  mkdirSync(cache, { recursive: true });
  const database = await openEmbedded();
  const dumped = await (database.native as { dumpDataDir(kind: 'none'): Promise<Blob> }).dumpDataDir('none');
  writeFileSync(image, Buffer.from(await dumped.arrayBuffer()));
  await database.close();
}
