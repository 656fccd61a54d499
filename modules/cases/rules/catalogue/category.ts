import type { Bilingual, Limit } from '@gongzhi/contract/primitives';
import type { LeadType } from './lead-types.ts';

/** How heavy a request is; the case rules give each class a time limit. */
export type CategoryClass = 'danger' | 'utilities' | 'ordinary' | 'complex';

/** When a case of this category goes on the walls, and how much of its text. */
export interface WallRule {
  publish: 'at-filing' | 'at-closing' | 'never';
  redact: 'title-only' | 'redacted-text';
}

/** Where GB/T 30428.2 has the same thing: urban components 01–05 or events 01–06. */
export interface StandardClass {
  part: 'component' | 'event';
  class: '01' | '02' | '03' | '04' | '05' | '06';
}

/** One second-level category as it is written down. The first two digits of the code are the parent. */
export interface Leaf {
  /** Four digits; 79–99 in either half stay free for local extensions. */
  code: string;
  name: Bilingual;
  class: CategoryClass;
  /** Stands in for the limit of the class. */
  limit?: Limit;
  leadType: LeadType;
  wall: WallRule;
  /** Words that speak for the category when they stand in a text; long words weigh more. */
  words: readonly string[];
  standard?: StandardClass;
}

/** One first-level category and what stands under it. */
export interface Branch {
  code: string;
  name: Bilingual;
  leaves: readonly Leaf[];
}

/** A row of the catalogue as it is stored: first and second level alike. */
export interface CatalogueCategory {
  code: string;
  parent: string | null;
  name: Bilingual;
  class: CategoryClass;
  /** Null: the limit of the class. */
  limit: Limit | null;
  words: string[];
  leadType: LeadType;
  wall: WallRule;
  standard: StandardClass | null;
}

/** Nothing personal as a rule: shown as soon as somebody owns it. */
export const atFiling: WallRule = { publish: 'at-filing', redact: 'redacted-text' };
/** Shown with its result, personal data redacted. */
export const atClosing: WallRule = { publish: 'at-closing', redact: 'redacted-text' };
/** The story would name people: only that it was settled is shown. */
export const titleAtClosing: WallRule = { publish: 'at-closing', redact: 'title-only' };
/** Livelihood, health or disputes between persons stay off the walls. */
export const never: WallRule = { publish: 'never', redact: 'title-only' };
