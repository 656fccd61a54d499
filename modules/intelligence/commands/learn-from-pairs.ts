import { system } from '@gongzhi/contract/actor';
import type { Core } from '../intelligence.ts';
import { reportsOf } from '../queries/read-reports.ts';
import { compare } from '../rules/duplicates/compare.ts';
import { rarityOf } from '../rules/duplicates/find-groups.ts';
import { profileOf } from '../rules/duplicates/profile.ts';
import { learnWeights } from '../rules/duplicates/weigh.ts';
import { selectPairs } from '../store/pairs.ts';
import { writeWeights } from '../store/settings.ts';

const most = 2000;

/** Moves the weights of the comparison by the latest joins and refusals; from the shipped ones each time, so that old decisions fade out. */
export async function learnFromPairs(core: Core): Promise<void> {
  const pairs = await selectPairs(core.database, most);
  if (pairs.length === 0) return;
  const numbers = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const reports = [];
  for (let at = 0; at < numbers.length; at += 200) {
    const { items } = await core.matters.list(system, { numbers: numbers.slice(at, at + 200), limit: 200, sort: '-openedAt' });
    reports.push(...(await reportsOf(core, items)));
  }
  const rarity = rarityOf(reports);
  const profiles = new Map(reports.map((report) => [report.id, profileOf(report, rarity)]));
  const decided = pairs.flatMap(({ a, b, same }) => {
    const [one, other] = [profiles.get(a), profiles.get(b)];
    return one && other ? [{ comparison: compare(one, other), same }] : [];
  });
  await writeWeights(core.database, learnWeights(decided), decided.length);
}
