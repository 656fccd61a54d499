/** Supervision. Names of routes begin with `command.`. */
export const supervision = {};
