import type { CasesCore } from '../cases.ts';
import { Fault } from './faults.ts';
import type { Item } from './render.ts';

/** The categories in use as services: the second level, or a first level without one. */
export async function listServices(core: Pick<CasesCore, 'organisations'>): Promise<Item[]> {
  const all = (await core.organisations.categories()).all().filter((category) => category.active);
  const parents = new Set(all.map((category) => category.parent));
  const names = new Map(all.map((category) => [category.code, category.name.zh]));
  return all
    .filter((category) => !parents.has(category.code))
    .map((category) => ({
      service_code: category.code,
      service_name: category.name.zh,
      description: category.name.en ?? category.name.zh,
      metadata: false,
      type: 'realtime',
      keywords: category.words.slice(0, 12).join(','),
      group: category.parent ? (names.get(category.parent) ?? '') : '',
    }));
}

/** The definition of a service. No service asks for attributes beyond the standard ones. */
export async function readService(core: Pick<CasesCore, 'organisations'>, code: string): Promise<Record<string, unknown>> {
  const category = (await core.organisations.categories()).get(code);
  if (!category?.active) throw new Fault(404, `service_code ${code.slice(0, 40)} was not found`);
  return { service_code: category.code, attributes: [] };
}
