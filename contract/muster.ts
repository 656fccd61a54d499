/** Muster. Names of routes begin with `command.`. */
export const muster = {};
