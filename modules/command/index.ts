// The only door of command.

export type { Command, CommandDeps } from './command.ts';
export { createCommand } from './create-command.ts';
export type { LateClock } from './supervision/commands/load-history.ts';
