import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, ActorPost } from '@gongzhi/contract/actor';
import type { Permission } from '@gongzhi/contract/permissions';
import { migrate } from '@gongzhi/platform/database';
import { createFileStore } from '@gongzhi/platform/files';
import { testDatabase } from '@gongzhi/platform/testing';
import { statutoryCalendar } from '@gongzhi/platform/working-time';
import { createMatters, type MattersDeps } from '../create-matters.ts';
import { errand } from './errand.ts';

/** Organisations of the tests. */
export const lights = '00000000-0000-4000-8000-000000000001';
export const roads = '00000000-0000-4000-8000-000000000002';
export const reporter = '00000000-0000-4000-8000-0000000000a1';
const names: Record<string, string> = {
  [lights]: '路灯所',
  [roads]: '市政所',
  '990101': '测试区',
  '990101001': '东街道',
  '990101001001': '一社区',
  '0101': '路灯',
  '01': '市政',
};

/** Neighbours of the ledger, as narrow as it uses them: names from memory, the statutory calendar, masked residents. */
export const neighbours: Pick<MattersDeps, 'territory' | 'organisations' | 'identity'> = {
  territory: {
    directory: async () => ({
      get: () => undefined,
      name: (code) => names[code] ?? code,
      ancestors: (code) =>
        [6, 9, 12]
          .filter((length) => length < code.length)
          .map((length) => ({
            code: code.slice(0, length),
            name: names[code.slice(0, length)] ?? '',
            level: 'district',
            parent: null,
            center: null,
          })),
      all: () => [],
    }),
    calendarFor: async () => statutoryCalendar(),
    calendar: async () => statutoryCalendar(),
  },
  organisations: {
    directory: async () => ({ get: () => undefined, name: (id) => names[id] ?? id, all: () => [] }),
    categories: async () => ({
      get: () => undefined,
      name: (code) => names[code] ?? code,
      all: () =>
        [
          { code: '01', parent: null },
          { code: '0101', parent: '01' },
        ] as never,
      version: '1',
    }),
  },
  identity: {
    residents: { masked: async (_, ids) => new Map(ids.map((id) => [id, { name: '张**', phone: '138****1234', anonymous: false }])) },
  },
};

/** A ledger with the errand on a database of its own; `clock.now` may be set. */
export async function testLedger() {
  const database = await testDatabase();
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const files = createFileStore({ directory: mkdtempSync(join(tmpdir(), 'ledger-files-')) });
  const matters = createMatters({ database, files, now: () => clock.now, ...neighbours });
  matters.register(errand);
  await migrate(database, [
    { module: 'platform', folder: new URL('../../../platform/migrations/', import.meta.url) },
    matters.parts.migrations,
  ]);
  return { database, matters, clock, files };
}

let accounts = 0;
/** A member of staff with posts: area, permissions and, where given, the organisation. */
export function staff(...posts: [areaCode: string, permissions: Permission[], organisationId?: string][]): Actor {
  accounts += 1;
  return {
    kind: 'staff',
    id: `00000000-0000-4000-9000-${String(accounts).padStart(12, '0')}`,
    name: `员工${accounts}`,
    posts: posts.map(
      ([areaCode, permissions, organisationId = ''], index): ActorPost => ({
        postId: String(index),
        role: 'test',
        title: '经办人',
        organisationId,
        organisationName: names[organisationId] ?? '',
        areaCode,
        permissions,
      }),
    ),
  };
}
export const dispatcher = staff(['990101', ['case.read', 'case.dispatch', 'contact.reveal']]);
export const handler = staff(['990102', ['case.read', 'case.handle'], lights]);
export const resident: Actor = { kind: 'resident', id: reporter, name: '张三', posts: [] };
