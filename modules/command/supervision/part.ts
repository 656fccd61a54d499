import type { CommandCore, CommandPart } from '../command.ts';

/** Supervision: rules that look at facts and clocks, reminders, cards and meetings. */
export function supervisionPart(_core: CommandCore): CommandPart {
  return {};
}
