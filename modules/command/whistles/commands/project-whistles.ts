import type { Snapshot } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import type { CommandCore } from '../../command.ts';
import type { WhistleDetails } from '../rules/whistle-details.ts';
import { writeWhistles } from '../store/write-whistles.ts';

/** Writes what lists and figures of these whistles are read from, as the ledger has them now. Repeating it changes nothing. */
export async function projectWhistles(core: CommandCore, tx: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = (await core.matters.snapshots(tx, ids)).filter((matter) => matter.kind === 'whistle');
  await writeWhistles(tx, {
    whistles: found.map(whistleOf),
    units: found.flatMap(unitsOf),
    problems: found.flatMap(problemsOf),
  });
}

const details = (matter: Snapshot) => matter.details as WhistleDetails;

export function whistleOf(matter: Snapshot) {
  return {
    matter_id: matter.id,
    number: matter.number,
    title: matter.title,
    area_code: matter.areaCode,
    whistler_id: details(matter).whistlerId,
    ground: details(matter).ground,
    state: matter.state,
    opened_at: matter.openedAt,
    due_at: matter.dueAt,
    closed_at: matter.closedAt,
    outcome: matter.outcome,
    problems: details(matter).problems.length,
    longitude: matter.longitude,
    latitude: matter.latitude,
  };
}

/** A unit whose objection was upheld and that was designated later has several parts: the last one counts. */
function unitsOf(matter: Snapshot) {
  return details(matter).units.flatMap((unit) => {
    const part = matter.parts.findLast((one) => one.organisationId === unit.organisationId);
    if (!part) return [];
    const due = (name: string) =>
      matter.clocks.findLast((clock) => clock.name === name && clock.organisationId === unit.organisationId)?.dueAt ?? null;
    return [
      {
        matter_id: matter.id,
        organisation_id: unit.organisationId,
        role: part.role,
        listed: unit.listed,
        called_at: part.assignedAt,
        signed_at: part.signedAt,
        sign_due: due('sign'),
        contacted_at: unit.contactedAt,
        contact_due: due('contact'),
        arrived_at: part.arrivedAt,
        arrive_due: due('arrive'),
        metres: unit.metres,
        proof: unit.proof,
        done_at: part.doneAt,
        ended_at: part.endedAt,
        rated: unit.rated,
        rated_back: unit.ratedBack,
      },
    ];
  });
}

export function problemsOf(matter: Snapshot) {
  return details(matter).problems.map((problem, index) => ({
    matter_id: matter.id,
    no: index + 1,
    title: problem.title,
    category: problem.category,
    case_id: problem.caseId,
    case_number: problem.caseNumber,
    open: matter.closedAt === null,
  }));
}
