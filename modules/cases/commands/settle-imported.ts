import type { Connection } from '@gongzhi/platform/database';
import type { CasesCore } from '../cases.ts';
import type { ImportedCase } from '../rules/imported-case.ts';
import type { SettledCase } from '../rules/imported-history.ts';

/**
 * Settles rows against what is here: the grid of the point, the area of the code, the category of that name, the unit of that name.
 * Several at once, so that a batch costs a few statements. With `dryRun` no reporter is recorded.
 */
export async function settler(
  core: CasesCore,
  defaultArea: string,
): Promise<(tx: Connection, items: readonly ImportedCase[], dryRun: boolean) => Promise<SettledCase[]>> {
  const [directory, categories, units] = await Promise.all([
    core.territory.directory(),
    core.organisations.categories(),
    core.organisations.directory(),
  ]);
  const byName = new Map<string, string>();
  for (const category of categories.all())
    for (const name of [category.code, category.name.zh, category.name.en])
      if (name && category.active) byName.set(name.trim().toLowerCase(), category.code);
  const unitByName = new Map<string, string>();
  for (const unit of units.all())
    if (!unit.dissolvedOn) for (const name of [unit.name, unit.shortName]) unitByName.set(name.trim().toLowerCase(), unit.id);
  return async (tx, items, dryRun) => {
    const places = items.map((item) => (item.place ? core.toWgs84(item.place) : null));
    const located = await core.territory.locateMany(tx, places);
    const contacts = items.map((item) => (item.reporter ? { name: item.reporter.name, phone: item.reporter.phone } : null));
    const recorded = dryRun
      ? []
      : await core.identity.residents.recordMany(
          tx,
          contacts.filter((contact) => contact !== null),
        );
    let next = 0;
    const settled: SettledCase[] = [];
    for (const [index, item] of items.entries()) {
      const place = places[index];
      const code = item.areaCode && directory.get(item.areaCode) ? item.areaCode : null;
      const category = item.said.category ? (byName.get(item.said.category.trim().toLowerCase()) ?? null) : null;
      const suggested = category ? [] : await core.suggester.suggest(item.title, item.body);
      // A point outside every area would show the case far from the district: the words of the place are kept, the point is not.
      const inside = located[index] ?? null;
      const areaCode = inside ?? code ?? defaultArea;
      const routed = category ?? suggested[0]?.code;
      const unit = routed ? await core.organisations.responsible(routed, areaCode) : null;
      settled.push({
        areaCode,
        category,
        longitude: inside ? place!.longitude : null,
        latitude: inside ? place!.latitude : null,
        leadId: item.said.organisation ? (unitByName.get(item.said.organisation.trim().toLowerCase()) ?? null) : null,
        reporterId: contacts[index] && !dryRun ? (recorded[next++] ?? null) : null,
        suggestion:
          suggested[0] || unit
            ? {
                category: suggested[0]?.code ?? null,
                words: suggested[0]?.words ?? [],
                organisationId: unit?.leadOrganisationId ?? null,
                why: unit ? `${unit.category}×${unit.areaCode}` : null,
              }
            : null,
      });
    }
    return settled;
  };
}
