import type { Draft, DraftName } from './draft.ts';
import type { Person } from './person-step.tsx';

/** The body of the request, files aside: what was left empty is left out, and nothing of a person who stays anonymous is in it. */
export function bodyOf(name: DraftName, draft: Draft, person: Person): Record<string, unknown> {
  const reporter = {
    ...(person.name.trim() ? { name: person.name.trim() } : {}),
    ...(person.phone.trim() ? { phone: person.phone.trim() } : {}),
  };
  return {
    body: draft.words.trim(),
    ...(draft.category ? { category: draft.category } : {}),
    ...(draft.place ? { place: draft.place } : draft.areaCode ? { areaCode: draft.areaCode } : {}),
    ...(draft.address.trim() ? { address: draft.address.trim() } : {}),
    ...(person.how === 'contact' ? { reporter } : {}),
    ...(person.how !== 'anonymous' && person.confidential ? { confidential: true } : {}),
    ...(name === 'case' ? { channel: 'grid', urgency: draft.urgency } : {}),
  };
}
