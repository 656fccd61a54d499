import type { CommandCore, CommandPart } from '../command.ts';

/** The monthly report, written from the ledger. */
export function reportsPart(_core: CommandCore): CommandPart {
  return {};
}
