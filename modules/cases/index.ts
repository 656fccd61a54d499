// The only door of cases.

export type { Cases, CasesDeps, ImportOptions, WallReaders } from './cases.ts';
export { createCases } from './create-cases.ts';
export { caseOutcomes, caseTable } from './kind.ts';
export { CaseRules, shippedRules } from './rules/case-terms.ts';
export { catalogue } from './rules/catalogue/index.ts';
export { shippedCategories } from './rules/shipped-categories.ts';
