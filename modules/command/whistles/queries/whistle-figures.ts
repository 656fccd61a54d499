import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { type Ground, whistleSteps, type whistles } from '@gongzhi/contract/whistles';
import type { CommandCore } from '../../command.ts';
import { groundName } from '../rules/whistle-terms.ts';
import { type FigureRow, whistleFigureRows } from '../store/whistle-figures.ts';

/** Figures of the whistles under the areas where the actor reads figures. */
export async function whistleFigures(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof whistles.figures>,
): Promise<AnswerOf<typeof whistles.figures>> {
  const [rows, organisations] = await Promise.all([
    whistleFigureRows(core.database, areasFor(actor, 'figures.read'), query, core.now()),
    core.organisations.directory(),
  ]);
  const all = rows.find((row) => row.by === 'all') as FigureRow;
  const groups = (by: FigureRow['by'], name: (id: string) => string) =>
    rows
      .filter((row) => row.by === by)
      .map(({ id, whistles, problems, closed, late, rating }) => ({ id, name: name(id), whistles, problems, closed, late, rating }))
      .toSorted((a, b) => b.whistles - a.whistles || (a.id < b.id ? -1 : 1));
  const counted = all.whistles - all.withdrawn;
  return {
    whistles: all.whistles,
    open: all.open,
    closed: all.closed,
    units: all.units,
    problems: all.problems,
    closingRate: counted === 0 ? null : all.closed / counted,
    ratings: { responders: all.rating, whistlers: all.ratingBack },
    steps: whistleSteps.map((step) => {
      const row = rows.find((one) => one.by === 'step' && one.id === step);
      return {
        ...{ step, due: row?.due ?? 0, inTime: (row?.due ?? 0) - (row?.late ?? 0), late: row?.late ?? 0 },
        medianMinutes: row?.median === null || row?.median === undefined ? null : Math.round(row.median),
      };
    }),
    byGround: groups('ground', (id) => groundName(id as Ground)),
    byUnit: groups('unit', (id) => organisations.name(id)),
    byWhistler: groups('whistler', (id) => organisations.name(id)),
  };
}
