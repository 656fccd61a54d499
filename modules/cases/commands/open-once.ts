import type { OpenedMatter } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import type { CasesCore } from '../cases.ts';
import { claimRequest, completeRequest, requestNumber } from '../store/requests.ts';

/**
 * Opens a case at most once per key, also when the server dies between commit and answer: the key is written in the transaction
 * of the opening. A repeat finds the case that the first try left.
 */
export async function openOnce(
  core: Pick<CasesCore, 'database' | 'matters'>,
  key: string,
  open: (tx: Connection) => Promise<OpenedMatter>,
): Promise<OpenedMatter> {
  return core.database.transaction(async (tx) => {
    if (!(await claimRequest(tx, key))) return core.matters.opened(await requestNumber(tx, key), tx);
    const opened = await open(tx);
    await completeRequest(tx, key, opened.number);
    return opened;
  });
}
