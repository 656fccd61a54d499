import type { Permission } from './permissions.ts';

/** A post as the holder uses it: what its role permits reaches the area, or the unit, of its organisation. */
export interface ActorPost {
  postId: string;
  role: string;
  title: string;
  organisationId: string;
  organisationName: string;
  areaCode: string;
  permissions: readonly Permission[];
}

/** Who calls. Residents, integrators and the product itself are actors too; only staff hold posts. */
export interface Actor {
  kind: 'staff' | 'resident' | 'token' | 'anonymous' | 'system';
  /** Account, resident or token; null for the anonymous and the system. */
  id: string | null;
  name: string;
  posts: readonly ActorPost[];
  /** Session to end upon sign-out, where the call came with one. */
  sessionId?: string;
  /** Scopes of an API token, as it was created. */
  tokenScopes?: readonly string[];
}

export const anonymous: Actor = { kind: 'anonymous', id: null, name: '', posts: [] };
export const system: Actor = {
  kind: 'system',
  id: null,
  name: '系统',
  posts: [],
};

export function may(actor: Actor, permission: Permission): boolean {
  return actor.posts.some((post) => post.permissions.includes(permission));
}

/** Area codes under which the actor has the permission; an empty code is everywhere. */
export function areasFor(actor: Actor, permission: Permission): string[] {
  return outermost(actor.posts.filter((post) => post.permissions.includes(permission)).map((post) => post.areaCode));
}

/** Organisations for which the actor has the permission. */
export function unitsFor(actor: Actor, permission: Permission): string[] {
  return [...new Set(actor.posts.filter((post) => post.permissions.includes(permission)).map((post) => post.organisationId))];
}

export function reachesArea(actor: Actor, permission: Permission, areaCode: string): boolean {
  return actor.posts.some((post) => post.permissions.includes(permission) && areaCode.startsWith(post.areaCode));
}

/** Of several area codes, those that lie under no other of them. */
export function outermost(codes: string[]): string[] {
  return [...new Set(codes)].filter((code, _, all) => !all.some((other) => other !== code && code.startsWith(other)));
}
