import { act } from './draft.ts';
import { systemActor } from './people.ts';
import { later, type Telling } from './telling.ts';

/** Puts a case on the wall when the rule of its category says so; confidential ones never. */
export function publish(telling: Telling, moment: 'at-filing' | 'at-closing'): void {
  const { draft, details, category, people, random } = telling;
  const { row } = draft;
  if (category.wall.publish !== moment || row.confidential || row.public || draft.over || draft.restIn !== null) return;
  if (moment === 'at-closing' && !random.chance(0.8)) return;
  const byHand = random.chance(0.3);
  // What is put on the wall at filing must not hold the dispatch up.
  const at = moment === 'at-filing' || !byHand ? draft.at + 2000 + random.below(20_000) : later(telling, draft.at, 20 + random.below(400));
  const title = withoutDoor(row.title);
  if (!act(draft, 'publish', at, byHand ? people.desk('content-editor', random) : systemActor, { data: { title } })) return;
  row.public = true;
  const body = category.wall.redact === 'redacted-text' ? withoutDoor(row.body) : null;
  details.publication = { title, body, at: new Date(draft.at).toISOString() };
  details.likes = random.chance(0.4) ? random.below(30) : 0;
}

// Which door it was is nobody's business.
function withoutDoor(text: string): string {
  return text.includes('单元') ? text.replace(/\d+单元\d+/g, '某户') : text;
}
