import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import type { CommandCore } from '../../command.ts';
import { patrolProblems } from '../problems.ts';
import { wordsOfCase } from '../rules/words-of-case.ts';
import { type EntryRow, lockEntry, writeCaseNumber } from '../store/entries.ts';
import type { PatrolRulesInForce } from './rules-in-force.ts';

/**
 * Makes a case of an officer's own entry, once: the entry is locked, and one that has a case already answers with it. The case opens through
 * the door of cases and is refused there like any other; nothing is lost then, the entry stays.
 */
export async function turnIntoCase(
  core: CommandCore,
  rules: PatrolRulesInForce,
  actor: Actor,
  entryId: string,
  wanted: { category?: string | undefined; urgency: number },
): Promise<string> {
  const names = new Map((await rules.get()).checklists.flatMap((list) => list.items.map((item) => [item.code, item.name.zh])));
  await warm(core, actor);
  return core.database.transaction(async (tx) => {
    const entry = await lockEntry(tx, entryId, actor.id as string);
    if (!entry) throw patrolProblems['patrol-entry-not-found']();
    if (entry.caseNumber) return entry.caseNumber;
    const body = wordsOfCase(entry, (item) => names.get(item) ?? item);
    if (body.length < 2) throw patrolProblems['patrol-entry-empty']();
    const number = await openFor(core, tx, actor, entry, body, wanted);
    await writeCaseNumber(tx, entry.id, number);
    return number;
  });
}

async function openFor(
  core: CommandCore,
  tx: Connection,
  actor: Actor,
  entry: EntryRow,
  body: string,
  wanted: { category?: string | undefined; urgency: number },
): Promise<string> {
  const place =
    entry.longitude !== null && entry.latitude !== null
      ? { longitude: entry.longitude, latitude: entry.latitude, system: 'wgs84' as const }
      : undefined;
  // A phone that is a street off must not lose the finding: outside the officer's areas the grid of the entry holds.
  const located = place ? await core.territory.locate(tx, place.longitude, place.latitude) : null;
  const areaCode = located && reachesArea(actor, 'case.record', located) ? located : entry.areaCode;
  const opened = await core.cases.open(
    actor,
    {
      body,
      ...(wanted.category ? { category: wanted.category } : {}),
      ...(place ? { place } : {}),
      areaCode,
      ...(entry.point ? { address: entry.point } : {}),
      channel: 'grid',
      urgency: wanted.urgency,
      confidential: false,
      files: entry.details.files ?? [],
      openedAt: entry.at.toISOString(),
      external: { source: 'patrol', number: entry.id },
    },
    { connection: tx, scoped: true },
  );
  return opened.number;
}

/** What is held in memory is read before the transaction begins: inside it only its own connection may be used. */
async function warm(core: CommandCore, actor: Actor): Promise<void> {
  await Promise.all([
    core.territory.directory(),
    core.organisations.directory(),
    core.organisations.categories(),
    core.organisations.responsible('', ''),
    ...actor.posts.map((post) => core.territory.calendarFor(post.areaCode)),
  ]);
}
