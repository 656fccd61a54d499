/** The board and the monthly report. Names of routes begin with `command.`. */
export const board = {};
