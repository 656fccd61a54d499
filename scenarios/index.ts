// The only door of the scenarios: the invented demo district.
export type { AreaRow, WaterFeature } from './demo/areas/area-row.ts';
export type { ActorRow, ActRow, CaseRow, DemoClock, DemoPart, DemoPause, DemoRating } from './demo/cases/rows.ts';
export { createDemo, DEMO_SEED, type Demo, type DemoOptions, demoAccounts } from './demo/create-demo.ts';
export type { DemoAccount, OrganisationRow, PersonRow, PostRow, ResponsibilityRow, TenureRow } from './demo/units/rows.ts';
export { ProblemPool } from './demo/whistles/problem-pool.ts';
export type { WhistleRow } from './demo/whistles/tell-whistle.ts';
