/** Patrol and diary. Names of routes begin with `command.`. */
export const patrol = {};
