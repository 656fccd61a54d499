/** Whistles. Names of routes begin with `command.`. */
export const whistles = {};
