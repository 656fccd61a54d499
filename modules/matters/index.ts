// The only door of the ledger.
export { type Acted, type ActRequest, admit } from './commands/act.ts';
export type { Annotation } from './commands/annotate.ts';
export type { BulkEntry, BulkMatter, Loaded, LoadOptions } from './commands/load-matters.ts';
export { type FirstClocks, type NewMatter, type OpenedMatter, openMatter } from './commands/open-matter.ts';
export { createMatters, type FileAccess, type Matters, type MattersDeps } from './create-matters.ts';
export { type ActContext, type Aftermath, type ClockTerm, defineKind, type Kind, type Turn } from './kind.ts';
export { matterProblems } from './problems.ts';
export type { CheckProgress, LedgerVerdict } from './queries/check-ledger.ts';
export type { Overviews, RecentChange } from './queries/overviews.ts';
export type { Change, ClockStart, MatterPatch, NewRating } from './rules/change.ts';
export { type ClockRow, leadPart, openParts, type PartRow, type PauseRow, type Snapshot } from './rules/snapshot.ts';
export { sees, underAreas, visibleCondition } from './rules/visible.ts';
export { grams, likeness, wordingQuery } from './rules/wording.ts';
export type { ClockedMatter } from './store/select-by-clock.ts';
export type { PublicEntry, PublicRow, PublicWanted } from './store/select-public.ts';
export type { SimilarRow } from './store/select-similar.ts';
export type { Standing, StandingFilter, StandingKey, StandingRow } from './store/select-standing.ts';
export type { Reminder } from './store/take-reminders.ts';
