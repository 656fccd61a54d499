import { type Actor, unitsFor } from '@gongzhi/contract/actor';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import type { tasks } from '@gongzhi/contract/tasks';
import { dayOf } from '@gongzhi/territory';
import { uuidv7 } from 'uuidv7';
import { taskProblems } from '../problems.ts';
import { listsFor } from '../queries/check-task.ts';
import type { AdmissionDetails } from '../rules/admission-details.ts';
import { gridsOf } from '../rules/communities.ts';
import { openedHistory } from '../rules/opened-history.ts';
import { ruleOf } from '../rules/refusal-rule.ts';
import { turnsOf } from '../rules/schedule.ts';
import { acceptTerm, doTerm } from '../rules/task-terms.ts';
import { copyPlaced, copySheets, type SheetRow } from '../store/placed.ts';
import type { TasksCore } from '../tasks.ts';
import { checkTerm, departmentOf, settleCommunities, settleForm } from './settle-content.ts';

type Placement = BodyOf<typeof tasks.place>;
const mostSheets = 20_000;

/**
 * Places work in communities: one matter for each, with its turns in the community or its grids, all in one transaction. Under an admission the
 * work is what was admitted, within its term and its areas; without one it carries the rule by which any community may refuse it.
 */
export async function placeTasks(core: TasksCore, actor: Actor, input: Placement): Promise<AnswerOf<typeof tasks.place>> {
  const now = core.now();
  const department = await departmentOf(core, actor);
  checkTerm(input.from, input.to, now);
  const admission = input.admission ? await admittedFor(core, actor, input.admission, input) : null;
  const communities = await settleCommunities(core, input.areas);
  if (admission) checkWithin(admission, input, communities);
  else settleForm(input.form);
  const content = admission ?? input;
  const rule = admission ? null : ruleOf(await listsFor(core.database, `${input.title} ${input.body}`, input.item ?? null));
  const turns = turnsOf(input.frequency, input.from, input.to);
  const [directory, units] = await Promise.all([core.territory.directory(), core.organisations.directory()]);
  const grids = input.level === 'grid' ? gridsOf(directory, communities) : new Map<string, string[]>();
  const placesOf = (community: string) => grids.get(community) ?? [community];
  const sheets = communities.reduce((sum, community) => sum + placesOf(community).length * turns.length, 0);
  if (sheets > mostSheets) throw taskProblems['placement-too-large']({ detail: String(sheets), more: { sheets, most: mostSheets } });

  const committees = new Map<string, string>();
  for (const unit of units.all()) if (unit.type === 'community-committee' && !unit.dissolvedOn) committees.set(unit.areaCode, unit.id);
  const calendars = new Map(await Promise.all(communities.map(async (code) => [code, await core.territory.calendarFor(code)] as const)));
  if (admission) await core.territory.calendarFor(department.areaCode);
  const histories = communities.map((areaCode) => {
    const leadId = committees.get(areaCode) ?? null;
    return openedHistory({
      ...{ kind: core.task, actor, organisationId: department.id, action: 'place', at: now, areaCode, calendar: calendars.get(areaCode)! },
      ...{ title: input.title, body: input.body, leadId },
      parts: [
        ...(leadId ? [{ organisationId: leadId, role: 'lead' as const }] : []),
        { organisationId: department.id, role: 'supervise' as const },
      ],
      clocks: [doTerm(input.to, now), acceptTerm].map((term, index) => ({ name: index === 0 ? 'do' : 'accept', ...term })),
      details: {
        ...{ departmentId: department.id, departmentName: department.shortName, type: content.type, admission: input.admission ?? null },
        ...{ basis: admission?.basis ?? null, budget: admission?.budget ?? 0, minutes: content.minutes, from: input.from, to: input.to },
        ...{ frequency: input.frequency, level: input.level, sheets: placesOf(areaCode).length * turns.length, form: content.form, rule },
      },
      data: { department: department.shortName, admission: input.admission ?? null, rule: rule?.zh ?? null },
    });
  });
  return core.database.transaction(async (tx) => {
    if (input.admission)
      await core.matters.act(
        actor,
        input.admission,
        'place',
        null,
        { communities: communities.length, from: input.from, to: input.to },
        tx,
      );
    const { numbers, ids } = await core.matters.load(tx, core.task, histories, { facts: true });
    await copyPlaced(
      tx,
      histories.map((history, index) => ({
        ...{ id: ids[index]!, number: numbers[index]!, admission: input.admission ?? null, departmentId: department.id },
        ...{
          areaCode: history.areaCode,
          title: input.title,
          type: content.type,
          admitted: admission !== null,
          withForm: content.form.length > 0,
        },
        ...{ state: history.state, from: input.from, to: input.to, endedOn: null, outcome: null },
      })),
    );
    await copySheets(tx, blankSheets());
    return { placed: communities.length, sheets, numbers: numbers.map((number) => number!), admitted: admission !== null };

    function* blankSheets(): Generator<SheetRow> {
      for (const [index, community] of communities.entries())
        for (const areaCode of placesOf(community))
          for (const turn of turns)
            yield {
              ...{ id: uuidv7(), taskId: ids[index]!, areaCode, ...turn, answers: null, filled: null, note: null, minutes: null },
              ...{ answeredAt: null, answeredBy: null, answeredName: null },
            };
    }
  });
}

/** The admission that the placement names. Refuses one of somebody else, one that was not admitted, and one whose term is over. */
async function admittedFor(core: TasksCore, actor: Actor, number: string, input: Placement): Promise<AdmissionDetails> {
  const matter = await core.matters.snapshot(actor, number);
  if (matter.kind !== core.admission.kind) throw taskProblems['admission-not-valid']({ detail: number });
  const details = core.admission.details.parse(matter.details) as AdmissionDetails;
  if (!unitsFor(actor, 'task.apply').includes(details.departmentId))
    throw taskProblems['admission-not-yours']({ detail: details.departmentName });
  if (matter.state === 'over' || (matter.state === 'admitted' && details.to < dayOf(core.now())))
    throw taskProblems['admission-over']({ detail: details.to, more: { until: details.to } });
  if (matter.state !== 'admitted') throw taskProblems['admission-not-valid']({ detail: number, more: { state: matter.state } });
  const errors = [
    ...(input.from < details.from
      ? [{ field: 'from', reason: 'lies before the admitted term', accepted: `a day from ${details.from}` }]
      : []),
    ...(input.to > details.to ? [{ field: 'to', reason: 'lies after the admitted term', accepted: `a day up to ${details.to}` }] : []),
  ];
  if (errors.length > 0) throw taskProblems['outside-admission']({ detail: `${details.from}–${details.to}`, errors });
  return details;
}

function checkWithin(admission: AdmissionDetails, input: Placement, communities: readonly string[]): void {
  const outside = communities.filter((code) => !admission.areas.some((area) => code.startsWith(area)));
  if (outside.length > 0)
    throw taskProblems['outside-admission']({
      detail: outside.slice(0, 10).join('、'),
      errors: [{ field: 'areas', reason: 'was not admitted there', accepted: admission.areas.join(', ') }],
    });
  const known = new Set(admission.form.map((field) => field.key));
  const more = input.form.findIndex((field) => !known.has(field.key));
  if (more >= 0)
    throw taskProblems['outside-admission']({
      errors: [{ field: `form.${more}`, reason: 'was not part of the admitted form', accepted: [...known].join(', ') }],
    });
}
