import { type ActContext, openParts } from '@gongzhi/matters';
import type { Refusal } from '@gongzhi/platform/problems';
import { whistleProblems } from '../problems.ts';
import { ownPart } from './whistle-capacities.ts';
import type { WhistleDetails } from './whistle-details.ts';

type Guard = (context: ActContext) => Refusal | null;
const details = (context: ActContext) => context.matter.details as WhistleDetails;
const own = (context: ActContext) => {
  const part = ownPart(context);
  return details(context).units.find((unit) => unit.organisationId === part?.organisationId);
};
const done = (yes: unknown) => (yes ? whistleProblems['step-done']() : null);
const asked =
  (kind: string): Guard =>
  (context) =>
    details(context).asks.some((ask) => ask.kind === kind) ? null : whistleProblems['whistle-nothing-asked']({ detail: kind });

/** The conditions named in the life cycle. None of them looks at the input. */
export const whistleGuards: Record<string, Guard> = {
  unsigned: (context) => done(ownPart(context)?.signedAt),
  uncontacted: (context) => done(own(context)?.contactedAt),
  'not-arrived': (context) => done(ownPart(context)?.arrivedAt),
  undone: (context) => done(ownPart(context)?.doneAt),
  'not-objecting': (context) => {
    const id = ownPart(context)?.organisationId;
    return details(context).asks.some((ask) => ask.kind === 'objection' && ask.organisationId === id)
      ? whistleProblems['whistle-ask-waiting']({ detail: 'objection' })
      : null;
  },
  'objection-waits': asked('objection'),
  'designation-waits': asked('designation'),
  'no-asks': (context) =>
    details(context).asks[0] ? whistleProblems['whistle-ask-waiting']({ detail: details(context).asks[0]?.kind ?? '' }) : null,
  'parts-done': ({ matter }) => {
    const waiting = openParts(matter).filter((part) => part.doneAt === null);
    return waiting.length > 0
      ? whistleProblems['parts-open']({ more: { organisations: waiting.map((part) => part.organisationId) } })
      : null;
  },
  'units-unrated': (context) => {
    const present = new Set(openParts(context.matter).map((part) => part.organisationId));
    return details(context).units.some((unit) => present.has(unit.organisationId) && unit.rated === null)
      ? null
      : whistleProblems['rated-already']();
  },
  'whistle-unrated': (context) => (own(context)?.ratedBack ? whistleProblems['rated-already']() : null),
};
