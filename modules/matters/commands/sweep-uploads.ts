import type { Ledger } from '../context.ts';
import { deleteLooseFiles } from '../store/files.ts';

const day = 86_400_000;

/** Takes away uploads that no report took up within a day, and what interrupted uploads left on the disk. */
export async function sweepUploads({ database, files, now }: Pick<Ledger, 'database' | 'files' | 'now'>): Promise<void> {
  const digests = await deleteLooseFiles(database, new Date(now().getTime() - day));
  for (const digest of digests) await files.remove(digest);
  await files.sweep();
}
