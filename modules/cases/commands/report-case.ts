import type { Actor } from '@gongzhi/contract/actor';
import type { cases, Opened } from '@gongzhi/contract/cases';
import type { BodyOf } from '@gongzhi/contract/route';
import type { OpenedMatter } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import type { CasesCore } from '../cases.ts';
import { presentOpened } from '../queries/present-opened.ts';
import { followToken, tokenHash } from '../rules/follow-token.ts';
import { headline } from '../rules/headline.ts';
import { reporterActor } from '../rules/reporter-actor.ts';
import { insertFollow } from '../store/follow.ts';
import { openOnce } from './open-once.ts';

/**
 * A resident reports, signed in or not. Every report gets a resident behind it, so that following, rating and withdrawing are acts of the
 * reporter in either case; contact data go to identity alone. The headline is redacted because lists, facts and exports carry it; the
 * words themselves stay as they were said, for those who handle the case. With a key, the same report is opened once.
 * Refuses a place outside every area and a category not in use.
 */
export async function reportCase(core: CasesCore, actor: Actor, input: BodyOf<typeof cases.report>, key: string | null): Promise<Opened> {
  const { reporter, ...said } = input;
  const place = said.place ? core.toWgs84(said.place) : null;
  const located = place ? await core.territory.locate(core.database, place.longitude, place.latitude) : null;
  const areaCode = located ?? said.areaCode;
  await warm(core, areaCode);
  const open = async (tx: Connection): Promise<OpenedMatter> => {
    const reporterId = actor.kind === 'resident' && actor.id ? actor.id : await core.identity.residents.record(tx, reporter ?? {});
    const opened = await core.open(
      reporterActor(reporterId),
      { ...said, ...(areaCode ? { areaCode } : {}), title: headline(said.title, said.body), channel: 'resident', urgency: 1 },
      { connection: tx, reporterId, asReporter: true, details: { contactable: actor.kind === 'resident' || Boolean(reporter?.phone) } },
    );
    await insertFollow(tx, tokenHash(tokenOf(core, opened.id)), { matterId: opened.id, number: opened.number });
    return opened;
  };
  const opened = key ? await openOnce(core, `report ${key}`, open) : await core.database.transaction(open);
  return { ...(await presentOpened(core, opened, said.category ?? null)), followToken: tokenOf(core, opened.id) };
}

export const tokenOf = (core: Pick<CasesCore, 'secret'>, matterId: string) => followToken(core.secret('follow'), matterId);

/** What is held in memory is read before the transaction begins: inside it only its own connection may be used. */
async function warm(core: CasesCore, areaCode: string | undefined): Promise<void> {
  await Promise.all([
    core.territory.directory(),
    core.organisations.directory(),
    core.organisations.categories(),
    core.organisations.responsible('', areaCode ?? ''),
    ...(areaCode ? [core.territory.calendarFor(areaCode)] : []),
  ]);
}
