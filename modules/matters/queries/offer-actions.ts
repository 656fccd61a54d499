import type { Actor } from '@gongzhi/contract/actor';
import type { MatterDetail } from '@gongzhi/contract/matters';
import { allows, inputSchema } from '@gongzhi/platform/lifecycle';
import type { ActContext, Kind } from '../kind.ts';
import type { Snapshot } from '../rules/snapshot.ts';

const forms = new WeakMap<object, Record<string, unknown>>();

/**
 * The actions that this actor may do now: those that the table allows in this state for one of its capacities and whose guards pass. Guards
 * never look at the input, so what is offered here is exactly what is admitted later with an acceptable input.
 */
export function offerActions(kind: Kind, matter: Snapshot, actor: Actor, now: Date): MatterDetail['actions'] {
  const capacities = kind.capacities(matter, actor);
  const context: ActContext = { matter, actor, capacities, input: Object.freeze({}), now };
  return Object.entries(kind.table.actions)
    .filter(
      ([action, row]) =>
        row.offered !== false &&
        allows(kind.table, matter.state, action) &&
        row.who.some((capacity) => capacities.has(capacity)) &&
        (row.when ?? []).every((guard) => !kind.guards[guard]?.(context)),
    )
    .map(([action, row]) => ({
      action,
      label: { zh: row.zh, en: row.en },
      help: row.help ?? null,
      weight: row.weight ?? 'normal',
      input: form(row),
    }));
}

/** The form of an action; it never changes while the program runs. */
function form(row: Kind['table']['actions'][string]): Record<string, unknown> {
  const known = forms.get(row) ?? inputSchema(row);
  forms.set(row, known);
  return known;
}
