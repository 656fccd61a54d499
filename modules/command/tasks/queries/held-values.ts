import type { TaskField } from '@gongzhi/contract/tasks';
import { fits, heldFields, heldSources, plainLabel } from '../rules/held-data.ts';
import { earlierAnswers } from '../store/sheets.ts';
import type { TasksCore } from '../tasks.ts';

export interface FilledField {
  key: string;
  label: string;
  value: unknown;
  source: string;
  why: { zh: string; en: string };
}

/** Answers count as known for so many days. */
const knownDays = 180;

/** The questions of a form that data held answer for one community, with the value and where it comes from. */
export async function filledFor(core: TasksCore, community: string, form: readonly TaskField[]): Promise<FilledField[]> {
  if (form.length === 0) return [];
  const since = new Date(core.now().getTime() - knownDays * 86_400_000);
  const [sources, earlier] = await Promise.all([sourceValues(core, community), answersBefore(core, community, since)]);
  return heldFields(form, new Set(earlier.keys())).flatMap(({ key, label, source, word }): FilledField[] => {
    const field = form.find((one) => one.key === key)!;
    const before = earlier.get(word);
    const value = source === 'earlier' ? before?.value : sources[source];
    if (!fits(field, value)) return [];
    const name = heldSources.find((one) => one.key === source)?.name;
    const why =
      before && source === 'earlier'
        ? { zh: `${before.day} 已填报（${before.title}）`, en: `Reported on ${before.day} (${before.title})` }
        : { zh: `平台已有：${name?.zh ?? word}`, en: `Held here: ${name?.en ?? word}` };
    return [{ key, label, value, source, why }];
  });
}

async function sourceValues(core: TasksCore, community: string): Promise<Record<string, unknown>> {
  const [areas, units, holders] = await Promise.all([
    core.territory.directory(),
    core.organisations.directory(),
    core.organisations.holders(core.database, ['community-secretary', 'community-worker'], { areaCodes: [community] }),
  ]);
  const here = [...units.all()].filter((unit) => unit.areaCode.startsWith(community) && !unit.dissolvedOn);
  const staff = holders.filter((holder) => holder.areaCode === community);
  const secretary = staff.find((holder) => holder.role === 'community-secretary');
  const [person] = secretary ? await core.organisations.persons(core.database, [secretary.personId]) : [];
  return {
    'community-name': areas.name(community),
    'community-code': community,
    'subdistrict-name': areas.name(community.slice(0, 9)),
    grids: [...areas.all()].filter((area) => area.level === 'grid' && area.code.startsWith(community)).length,
    units: here.filter((unit) => unit.type !== 'grid').length,
    committee: here.find((unit) => unit.type === 'community-committee')?.name,
    secretary: person?.name,
    staff: new Set(staff.map((holder) => holder.personId)).size,
  };
}

/** The last answer of a community to each question, by its plain words. */
async function answersBefore(core: TasksCore, community: string, since: Date) {
  const found = new Map<string, { value: unknown; day: string; title: string }>();
  const rows = await earlierAnswers(core.database, community, since);
  const texts = await core.matters.texts([...new Set(rows.map((row) => row.number))]);
  for (const row of rows) {
    const form = (texts.get(row.number)?.details.form ?? []) as TaskField[];
    for (const field of form) {
      const word = plainLabel(field.label);
      const value = row.answers[field.key];
      if (value !== undefined && !found.has(word)) found.set(word, { value, day: row.at.toISOString().slice(0, 10), title: row.title });
    }
  }
  return found;
}
