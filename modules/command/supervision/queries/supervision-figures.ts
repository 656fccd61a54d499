import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { type Grade, grades, type supervision } from '@gongzhi/contract/supervision';
import type { CommandCore } from '../../command.ts';
import { gradeName } from '../rules/grade-names.ts';
import { type CardFigureRow, cardFigureRows } from '../store/select-cards.ts';

/** Figures of the cards under the areas that the actor supervises. */
export async function supervisionFigures(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof supervision.figures>,
): Promise<AnswerOf<typeof supervision.figures>> {
  const [rows, organisations] = await Promise.all([
    cardFigureRows(core.database, areasFor(actor, 'case.supervise'), query, core.now()),
    core.organisations.directory(),
  ]);
  const all = rows.find((row) => row.by === 'all') as CardFigureRow;
  const of = (by: CardFigureRow['by'], name: (row: CardFigureRow) => string) =>
    rows
      .filter((row) => row.by === by)
      .map((row) => ({ id: row.id, name: name(row), cards: row.cards, open: row.open, late: row.late, red: row.red }))
      .toSorted((a, b) => b.cards - a.cards || (a.id < b.id ? -1 : 1));
  return {
    ...{ cards: all.cards, open: all.open, late: all.late },
    repliedInTime: all.answered === 0 ? null : all.inTime / all.answered,
    byGrade: of('grade', (row) => gradeName(row.id as Grade).zh).toSorted(
      (a, b) => grades.indexOf(a.id as Grade) - grades.indexOf(b.id as Grade),
    ),
    byRule: of('rule', (row) => row.name?.zh ?? '人工督办'),
    byUnit: of('unit', (row) => organisations.name(row.id)),
  };
}
