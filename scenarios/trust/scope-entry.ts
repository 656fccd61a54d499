import type { Access, Scope } from '@gongzhi/contract/route';
import type { Answer, Method } from '../testing/client.ts';
import { reaches, type ScopedCaller, sees } from './scope-callers.ts';
import type { PlacedCase, ScopeWorld, Side } from './scope-world.ts';

/** Whether a request got through to what it was after; anything else is a fault and says which. */
export type Reached = 'in' | 'out' | string;

interface EntryOf<T> {
  /** As the contract must declare it. */
  scope: Scope;
  /** Asks for one target as one caller. */
  ask(world: ScopeWorld, caller: ScopedCaller, target: T): Promise<Reached>;
  /** Who reaches which target. */
  expected(access: Access, caller: ScopedCaller, target: T): boolean;
}
export type CasesEntry = EntryOf<PlacedCase> & { over: 'cases' };
export type SidesEntry = EntryOf<Side> & { over: 'sides' };
/**
 * How a route is held to its scope: by what it lets whom reach of cases or of the two sides, or by a test of its own: one of
 * `selfAndSecret`, or the file that is named.
 */
export type ScopeEntry = CasesEntry | SidesEntry | { scope: Scope; over: 'nothing'; because: string; shownIn?: string };

interface Ask {
  method: Method;
  url: string;
  body?: unknown;
}

/** A thing by its address: reached unless the answer is that it is not there or not the caller's. */
export function item<T>(ask: (target: T, world: ScopeWorld) => Ask | Promise<Ask>, known: readonly string[] = []) {
  return async (world: ScopeWorld, caller: ScopedCaller, target: T): Promise<Reached> => {
    const { method, url, body } = await ask(target, world);
    const { status, body: told } = await call(world, caller, method, url, body);
    if (status < 400 || known.includes(told.code)) return 'in';
    return status === 403 || status === 404 ? 'out' : `${status} ${told.code}`;
  };
}

/** A list: reached when the mark of the target stands in it. */
export function list<T>(ask: (target: T, world: ScopeWorld) => Ask | Promise<Ask>, mark: (target: T) => string) {
  return async (world: ScopeWorld, caller: ScopedCaller, target: T): Promise<Reached> => {
    const { method, url, body } = await ask(target, world);
    const { status, text, body: told } = await call(world, caller, method, url, body);
    if (status === 403) return 'out';
    if (status >= 400) return `${status} ${told.code}`;
    return text.includes(mark(target)) ? 'in' : 'out';
  };
}

export const call = (world: ScopeWorld, caller: ScopedCaller, method: Method, url: string, body?: unknown): Promise<Answer> =>
  world.server.call(caller.kind === 'anonymous' ? null : caller.name, method, url, body);

/** By area, by a part of the caller's unit, or as its reporter. */
export const bySight = (_: Access, caller: ScopedCaller, target: PlacedCase) => sees(caller, target);
/** What lets in to the route must reach the place itself. */
export const byReach = (access: Access, caller: ScopedCaller, target: PlacedCase | Side) => reaches(access, caller, target);
/** Both: to be seen at all, and reached by what lets in. */
export const bySightAndReach = (access: Access, caller: ScopedCaller, target: PlacedCase) =>
  sees(caller, target) && reaches(access, caller, target);
/** Seen by one of the posts that let in to the route. */
export const bySightOfHolder = (access: Access, caller: ScopedCaller, target: PlacedCase) =>
  sees(caller, target, (one) => [access].flat().some((permission) => one.permissions.includes(permission as never)));
/** Whoever stands there, whatever for. */
export const byStanding = (_: Access, caller: ScopedCaller, target: Side) =>
  caller.authorities.some(({ areaCode }) => target.grid.startsWith(areaCode));
