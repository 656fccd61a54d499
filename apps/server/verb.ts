import type { Product } from './product.ts';
import type { Settings } from './settings.ts';

/** Where a verb writes: lines for people, one JSON document for programs, progress for both. */
export interface Out {
  line(text: string): void;
  json(value: unknown): void;
  progress(what: string, done: number, total: number | null): void;
}

export interface VerbContext {
  settings: Settings;
  /** Opened on demand, so that a verb that needs no product starts at once. */
  product(): Promise<Product>;
  args: string[];
  options: Record<string, unknown>;
  /** Folder from which the verb was called: relative paths are meant from here. */
  cwd: string;
  out: Out;
  /** All verbs: a server answers them for the command line. */
  verbs: readonly Verb[];
}

/** One verb of the command line. `alone` verbs never go to a running server. Gives the exit code. */
export interface Verb {
  name: string;
  summary: string;
  args?: [string, string][];
  options?: [string, string, (string | boolean)?][];
  alone?: boolean;
  run(context: VerbContext): Promise<number>;
}

/** What a person mistyped; told without a stack. Exit code 2. */
export class Misused extends Error {}
