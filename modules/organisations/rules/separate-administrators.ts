import type { Role } from '@gongzhi/contract/permissions';

/**
 * The three administrators of graded protection (GB/T 22239, level 3): who runs the system, who grants authority and who reads the audit
 * are different persons, so that nobody can act and wipe out the trace alone.
 */
const administrators: ReadonlySet<string> = new Set<Role>(['system-administrator', 'security-administrator', 'audit-administrator']);

export function isAdministrator(role: string): boolean {
  return administrators.has(role);
}

/** The administrator's role that somebody holds already and that keeps them from another one; null where nothing does. */
export function separatedFrom(role: string, held: readonly string[]): string | null {
  return isAdministrator(role) ? (held.find((other) => other !== role && isAdministrator(other)) ?? null) : null;
}
