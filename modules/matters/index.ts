// The only door of the ledger.
export { type Acted, type ActRequest, admit } from './commands/act.ts';
export { type FirstClocks, type NewMatter, type OpenedMatter, openMatter } from './commands/open-matter.ts';
export { type ActContext, type ClockTerm, defineKind, type Kind } from './kind.ts';
export { matterProblems } from './problems.ts';
export type { Change, ClockStart, MatterPatch, NewRating } from './rules/change.ts';
export { leadPart, openParts, type ClockRow, type PartRow, type PauseRow, type Snapshot } from './rules/snapshot.ts';
export { sees, underAreas, visibleCondition } from './rules/visible.ts';
export { grams, likeness, wordingQuery } from './rules/wording.ts';
export { createMatters, type Matters } from './create-matters.ts';
