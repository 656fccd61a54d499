/** One field at fault: its path, why it was refused and what would be accepted. */
export interface FieldProblem {
  field: string;
  reason: string;
  accepted?: string;
}

export interface ProblemOptions {
  detail?: string;
  errors?: FieldProblem[];
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
  /** Further members of the problem document, such as the current state of what was acted upon. */
  more?: Record<string, unknown>;
}

/** A refusal with a stable code. Modules throw it; only the HTTP floor and the command line render it (RFC 9457). */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly options: ProblemOptions;
  constructor(code: string, status: number, title: string, options: ProblemOptions = {}) {
    super(`${title}${options.detail ? `: ${options.detail}` : ''}`);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.title = title;
    this.options = options;
  }
}

type Maker = (options?: ProblemOptions) => Refusal;

/** A catalogue of refusals: `{ 'stable-code': [status, title] }` becomes one function per code. */
export function catalogue<Code extends string>(entries: Record<Code, readonly [number, string]>): Record<Code, Maker> {
  const makers = {} as Record<Code, Maker>;
  for (const [code, [status, title]] of Object.entries(entries) as [Code, readonly [number, string]][]) {
    makers[code] = (options) => new Refusal(code, status, title, options);
  }
  return makers;
}

const own = catalogue({
  'invalid-input': [400, 'The input is not acceptable'],
  'invalid-cursor': [400, 'The cursor does not belong to this list'],
  'sign-in-required': [401, 'Sign in first'],
  'not-permitted': [403, 'Your posts do not permit this'],
  'origin-refused': [403, 'The request came from another site'],
  'not-found': [404, 'Nothing is here'],
  'method-not-allowed': [405, 'This address does not take that method'],
  conflict: [409, 'This contradicts what is already there'],
  'idempotency-mismatch': [422, 'The Idempotency-Key was used for another request'],
  'idempotency-running': [409, 'The first request with this Idempotency-Key is still running'],
  'too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'This content type is not taken here'],
  'range-not-satisfiable': [416, 'This part of the file is not there'],
  'too-many-requests': [429, 'Too many requests'],
  'query-too-slow': [503, 'The question took too long; narrow it'],
  'shutting-down': [503, 'The server is stopping'],
});
const cursorFault: FieldProblem = {
  field: 'cursor',
  reason: 'not one that this list has given out',
  accepted: 'the `next` of the page before',
};

/** The refusals that belong to no module. */
export const problems: typeof own = {
  ...own,
  'invalid-cursor': (options) => own['invalid-cursor']({ errors: [cursorFault], ...options }),
};

/** A refusal of one field, the usual case of a rule that a schema cannot state. */
export function fieldProblem(field: string, reason: string, accepted?: string): Refusal {
  return problems['invalid-input']({ detail: `${field}: ${reason}`, errors: [{ field, reason, ...(accepted ? { accepted } : {}) }] });
}

/**
 * Maps a constraint of the database to a refusal, so that truth held by the engine is told like any other rule.
 * Constraint names are the module's own: `{ organisation_code_key: () => problems['code-taken']() }`.
 */
export function constraintRefusal(error: unknown, known: Record<string, () => Refusal>): unknown {
  const constraint = (error as { constraint?: string } | null)?.constraint;
  return constraint && known[constraint] ? known[constraint]() : error;
}
