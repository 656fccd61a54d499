import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { findDuplicates } from './find-duplicates.ts';
import { suggestUnit } from './suggest-unit.ts';

/** Category, unit and likely duplicates for words and a place that are not recorded yet. Whatever is missing is left out, not refused. */
export async function suggestForWords(
  core: CasesCore,
  actor: Actor,
  input: BodyOf<typeof cases.suggest>,
): Promise<AnswerOf<typeof cases.suggest>> {
  const place = input.place ? core.toWgs84(input.place) : null;
  const [categories, found, kept, directory] = await Promise.all([
    core.suggester.suggest(input.title ?? '', input.body),
    place ? core.territory.locate(core.database, place.longitude, place.latitude) : null,
    core.organisations.categories(),
    core.territory.directory(),
  ]);
  const areaCode = input.areaCode ?? found;
  const category = input.category ?? categories[0]?.code ?? null;
  const [suggested, duplicates] = await Promise.all([
    suggestUnit(core, category, areaCode),
    findDuplicates(core, actor, {
      text: `${input.title ?? ''}\n${input.body}`,
      areaCode,
      category,
      longitude: place?.longitude ?? null,
      latitude: place?.latitude ?? null,
      openedAt: core.now?.() ?? new Date(),
      exclude: null,
    }),
  ]);
  return {
    categories: categories.map((one) => ({ ...one, name: kept.name(one.code) })),
    areas: areaCode
      ? [...directory.ancestors(areaCode), { code: areaCode, name: directory.name(areaCode) }].map(({ code, name }) => ({ code, name }))
      : [],
    ...suggested,
    duplicates,
  };
}
