// What the states of a case mean to residents. Imports nothing: the server writes pages with it, too.
const tones: Record<string, string> = {
  recorded: 'new',
  filed: 'new',
  dispatched: 'turn',
  objected: 'wait',
  handling: 'busy',
  suspended: 'wait',
  answered: 'turn',
  verified: 'turn',
  closed: 'good',
  archived: 'good',
};
export const toneOf = (state: string): string => tones[state] ?? 'stop';

/** States in which nothing more is expected of anybody. */
export const isEnded = (state: string): boolean => ['closed', 'archived', 'joined', 'rejected', 'diverted', 'withdrawn'].includes(state);

/** The way of a report in five steps, and how far it is in a state; none where it ended beside the way. */
export const steps = ['received', 'accepted', 'working', 'answered', 'done'] as const;
export const reached: Readonly<Record<string, number>> = {
  recorded: 0,
  filed: 1,
  dispatched: 1,
  objected: 1,
  handling: 2,
  suspended: 2,
  answered: 3,
  verified: 3,
  closed: 4,
  archived: 4,
};

/** States in which a case can stand on a wall, in the order of its way. */
export const wallStates = {
  problems: ['recorded', 'filed', 'dispatched', 'handling', 'suspended', 'answered', 'verified'],
  echoes: ['closed', 'archived'],
} as const;
