import { mayRole, type Permission, type Role, roleNames } from '@gongzhi/contract/permissions';
import type { Connection } from '@gongzhi/platform/database';
import type { NotificationsDeps } from './notifications.ts';

const rolesWith = (permission: Permission): Role[] => roleNames.filter((role) => mayRole(role, permission));
const handling = rolesWith('case.handle');

type Deps = Pick<NotificationsDeps, 'organisations' | 'identity'>;

/** Those who handle for the units, or those who hold the permission nearest to the area: a subdistrict's own desk before the district's. */
export type Ask = { units: readonly string[] } | { areaCode: string; permission: Permission };

/** Accounts that each ask means, in the order of the asks, in three statements however many there are. */
export async function addressees(deps: Deps, tx: Connection, asks: readonly Ask[]): Promise<string[][]> {
  const units = [...new Set(asks.flatMap((ask) => ('units' in ask ? ask.units : [])))];
  const desks = asks.flatMap((ask) => ('units' in ask ? [] : [ask]));
  const areaCodes = [...new Set(desks.map((desk) => desk.areaCode))];
  const roles = [...new Set(desks.flatMap((desk) => rolesWith(desk.permission)))];
  const handlers = units.length > 0 ? await deps.organisations.holders(tx, handling, { organisationIds: units }) : [];
  const deskHolders = areaCodes.length > 0 ? await deps.organisations.holders(tx, roles, { areaCodes }) : [];
  const persons = [...new Set([...handlers, ...deskHolders].map((holder) => holder.personId))];
  if (persons.length === 0) return asks.map(() => []);
  const accountOf = await deps.identity.accountsOfPersons(tx, persons);
  const accounts = (holders: readonly { personId: string }[]) => [
    ...new Set(holders.flatMap((holder) => accountOf.get(holder.personId) ?? [])),
  ];
  const ofUnit = Map.groupBy(handlers, (holder) => holder.organisationId);
  const atArea = Map.groupBy(deskHolders, (holder) => holder.areaCode);
  return asks.map((ask) => {
    if ('units' in ask) return accounts(ask.units.flatMap((unit) => ofUnit.get(unit) ?? []));
    const able = new Set<string>(rolesWith(ask.permission));
    for (let length = ask.areaCode.length; length > 1; length -= 1) {
      const here = atArea.get(ask.areaCode.slice(0, length))?.filter((holder) => able.has(holder.role));
      if (here?.length) return accounts(here);
    }
    return [];
  });
}
