import type { CommandCore, CommandPart } from '../command.ts';

/** Muster: people and teams called by area, skill and post. */
export function musterPart(_core: CommandCore): CommandPart {
  return {};
}
