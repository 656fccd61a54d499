import type { CommandCore, CommandPart } from '../command.ts';

/** Patrol and diary: plans, days on the phone, findings, tracks. */
export function patrolPart(_core: CommandCore): CommandPart {
  return {};
}
