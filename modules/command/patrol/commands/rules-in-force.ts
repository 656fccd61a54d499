import type { PatrolRules } from '@gongzhi/contract/patrol';
import { cached, type Database } from '@gongzhi/platform/database';
import { readRules } from '../store/rules.ts';

export interface PatrolRulesInForce {
  get(): Promise<PatrolRules>;
  forget(): void;
}

/** The rules of patrols, at most ten seconds behind other processes. */
export function rulesInForce(database: Database): PatrolRulesInForce {
  const kept = cached(async () => (await readRules(database)).rules);
  return { get: () => kept.get(), forget: () => kept.forget() };
}
