import type { Identity } from '@gongzhi/identity';
import type { Matters } from '@gongzhi/matters';
import type { Organisations } from '@gongzhi/organisations';
import type { Database } from '@gongzhi/platform/database';
import type { ModuleParts } from '@gongzhi/platform/module';
import type { Territory } from '@gongzhi/territory';
import type { DraftServer } from './drafts/ask-server.ts';
import type { Words } from './rules/language/text-grams.ts';

export interface IntelligenceDeps {
  database: Database;
  territory: Pick<Territory, 'directory'>;
  organisations: Pick<Organisations, 'directory' | 'categories'>;
  identity: Pick<Identity, 'audit'>;
  matters: Matters;
  /** Folder for the versions of the model. */
  folder: string;
  /** A server that speaks the OpenAI protocol and is run by the operator; null: there are no drafts. */
  draftServer: DraftServer | null;
  /** Puts a job into its queue (platform/jobs). */
  send(name: string, data: object, options?: { key?: string; after?: number }): Promise<void>;
  now?: () => Date;
}

/** A category that the model in force suggests. */
export interface LearnedCategory {
  code: string;
  /** Calibrated chance that a person decides for it, 0 to 1. */
  score: number;
  words: string[];
}

/** Likes by number of case; absent ones have none. */
export type LikesSource = (numbers: readonly string[]) => Promise<Map<string, number>>;

export interface Intelligence {
  parts: ModuleParts;
  /** Categories that the model in force suggests, best first; null where there is no model or it does not know: then others have to say. */
  suggest(words: Words): Promise<LearnedCategory[] | null>;
  /** Learns a new version from closed cases; gives how many it learned from, null where there are too few. */
  train(signal?: AbortSignal): Promise<number | null>;
  /** Who knows the likes of cases; nobody until the module that has them has said so. */
  setLikes(source: LikesSource): void;
}

/** What the parts of this module share. */
export interface Core extends IntelligenceDeps {
  likes(numbers: readonly string[]): Promise<Map<string, number>>;
  /** The model in force has changed. */
  forget(): void;
}
