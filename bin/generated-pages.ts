import { join } from 'node:path';
import { CaseRules } from '@gongzhi/contract/case-rules';
import { WhistleRules } from '@gongzhi/contract/whistles';
import { tourPage } from '../scenarios/tour/page.ts';
import { casePage, commandPages, whistlePage } from './life-cycle-page.ts';
import { wired } from './wired.ts';

const docs = join(import.meta.dirname, '../docs');

/** Pages of the documentation as the product has them now. */
export function generatedPages(): { path: string; text: string }[] {
  const { cases, command } = wired();
  const whistle = command.kinds.find((kind) => kind.kind === 'whistle')!;
  return [
    { path: join(docs, 'life-cycle-case.md'), text: `${casePage(cases.kind.table, CaseRules.parse({})).trim()}\n` },
    { path: join(docs, 'life-cycle-whistle.md'), text: `${whistlePage(whistle.table, WhistleRules.parse({})).trim()}\n` },
    ...commandPages(command.kinds).map(({ name, text }) => ({ path: join(docs, `life-cycle-${name}.md`), text: `${text.trim()}\n` })),
    { path: join(docs, 'tour.md'), text: tourPage() },
  ];
}
