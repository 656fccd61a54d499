import type { CommandCore, CommandPart } from '../command.ts';

/** The whistle: a subdistrict calls, departments report, both sides are evaluated. */
export function whistlesPart(_core: CommandCore): CommandPart {
  return {};
}
