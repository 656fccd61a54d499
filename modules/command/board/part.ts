import type { CommandCore, CommandPart } from '../command.ts';

/** The board: live figures, hot spots, alerts and themes. */
export function boardPart(_core: CommandCore): CommandPart {
  return {};
}
