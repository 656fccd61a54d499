import { roleNames, roles } from '@gongzhi/contract/permissions';
import { useSpoken } from '../../../shell/language.ts';

export type RoleName = (typeof roleNames)[number];

/** Roles with their names in the language now spoken. */
export function useRoles(): { text: (role: RoleName) => string; options: { value: string; label: string }[] } {
  const spoken = useSpoken();
  return { text: (role) => spoken(roles[role]), options: roleNames.map((value) => ({ value, label: spoken(roles[value]) })) };
}
