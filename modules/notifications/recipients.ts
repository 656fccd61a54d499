import { mayRole, type Permission, type Role, roleNames } from '@gongzhi/contract/permissions';
import type { Connection } from '@gongzhi/platform/database';
import type { NotificationsDeps } from './notifications.ts';

const rolesWith = (permission: Permission): Role[] => roleNames.filter((role) => mayRole(role, permission));
const handling = rolesWith('case.handle');

type Deps = Pick<NotificationsDeps, 'organisations' | 'identity'>;

/** Accounts of those who handle for the organisations. */
export async function accountsOfUnits(deps: Deps, tx: Connection, organisationIds: readonly string[]): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const holders = await deps.organisations.holders(tx, handling, { organisationIds });
  return accounts(deps, tx, holders);
}

/** Accounts of those who hold the permission nearest to the area: a subdistrict's own desk before the district's. */
export async function accountsOfArea(deps: Deps, tx: Connection, areaCode: string, permission: Permission): Promise<string[]> {
  const holders = await deps.organisations.holders(tx, rolesWith(permission), { areaCode });
  const nearest = Math.max(...holders.map((holder) => holder.areaCode.length));
  return accounts(
    deps,
    tx,
    holders.filter((holder) => holder.areaCode.length === nearest),
  );
}

async function accounts(deps: Deps, tx: Connection, holders: readonly { personId: string }[]): Promise<string[]> {
  const found = await deps.identity.accountsOfPersons(tx, [...new Set(holders.map((holder) => holder.personId))]);
  return [...found.values()];
}
