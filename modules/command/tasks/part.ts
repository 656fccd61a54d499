import type { CommandCore, CommandPart } from '../command.ts';

/** Department tasks: applications, the gate, breaking down, the burden of communities. */
export function tasksPart(_core: CommandCore): CommandPart {
  return {};
}
