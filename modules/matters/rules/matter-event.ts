import { type Actor, areasFor, unitsFor } from '@gongzhi/contract/actor';

/** A place in the order of facts. */
export interface FactPosition {
  tx: string;
  id: number;
}

/** What is read of a fact to tell of it. */
interface ToldFact extends FactPosition {
  at: Date;
  areaCode: string | null;
  data: Record<string, unknown>;
}

/** A fact of a matter as listeners are told of it: written once, sent to many. */
export interface MatterEvent {
  position: FactPosition;
  /** The lines of the event stream. Number, action, state, area and moment; never words or contact data. */
  text: string;
  areaCodes: readonly string[];
  /** Units with a part in the matter, and those that had the lead. */
  units: ReadonlySet<string>;
  reporterId: string | null;
}

/** Makes an event of a fact; null where the fact is not an act on a matter. */
export function matterEvent(fact: ToldFact, units: readonly string[]): MatterEvent | null {
  const { number, action, to, reporterId, leadId, previousLeadId, previousAreaCode } = fact.data;
  if (typeof number !== 'string' || typeof action !== 'string') return null;
  const payload = { number, action, state: typeof to === 'string' ? to : null, areaCode: fact.areaCode, at: fact.at.toISOString() };
  const texts = (values: unknown[]) => values.filter((value): value is string => typeof value === 'string');
  return {
    position: { tx: fact.tx, id: fact.id },
    text: `id: ${writePosition(fact)}\nevent: matter\ndata: ${JSON.stringify(payload)}\n\n`,
    areaCodes: texts([fact.areaCode, previousAreaCode]),
    units: new Set([...units, ...texts([leadId, previousLeadId])]),
    reporterId: typeof reporterId === 'string' ? reporterId : null,
  };
}

/** Which events concern an actor, by the same scope as the matters themselves; worked out once for a connection. */
export function listens(actor: Actor): (event: MatterEvent) => boolean {
  if (actor.kind === 'system') return () => true;
  if (actor.kind === 'resident') return (event) => actor.id !== null && event.reporterId === actor.id;
  const areas = areasFor(actor, 'case.read');
  const units = unitsFor(actor, 'case.handle').filter((id) => id !== '');
  return (event) =>
    event.areaCodes.some((code) => areas.some((area) => code.startsWith(area))) || units.some((unit) => event.units.has(unit));
}

export function writePosition({ tx, id }: FactPosition): string {
  return `${tx}-${id}`;
}

/** A place in the stream as the last event named it; undefined for what is none. */
export function readPosition(text: string | undefined): FactPosition | undefined {
  const match = /^(\d{1,19})-(\d{1,15})$/.exec(text ?? '');
  return match ? { tx: match[1]!, id: Number(match[2]) } : undefined;
}

export function isBehind(a: FactPosition, b: FactPosition): boolean {
  const [first, second] = [BigInt(a.tx), BigInt(b.tx)];
  return first === second ? a.id > b.id : first > second;
}
