import { join } from 'node:path';
import { CaseRules } from '@gongzhi/contract/case-rules';
import { lifeCyclePage } from './life-cycle-page.ts';
import { wired } from './wired.ts';

const docs = join(import.meta.dirname, '../docs');

/** Pages of the documentation as the product has them now. */
export function generatedPages(): { path: string; text: string }[] {
  return [{ path: join(docs, 'life-cycle-case.md'), text: `${lifeCyclePage(wired().cases.kind.table, CaseRules.parse({})).trim()}\n` }];
}
