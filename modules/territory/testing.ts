import type { Actor } from '@gongzhi/contract/actor';
import { mayRole, type Permission, permissions, type Role } from '@gongzhi/contract/permissions';
import { migrate } from '@gongzhi/platform/database';
import { createFloor } from '@gongzhi/platform/http';
import type { AuditInput } from '@gongzhi/platform/module';
import { testDatabase } from '@gongzhi/platform/testing';
import type { Polygon } from 'geojson';
import { createTerritory } from './index.ts';

/** A database with this module alone, its routes over HTTP, and what it wrote to the audit log. */
export async function openGround() {
  const database = await testDatabase();
  await migrate(database, [{ module: 'platform', folder: new URL('../../platform/migrations/', import.meta.url) }]);
  const audited: AuditInput[] = [];
  const territory = createTerritory({ database, audit: async (_tx, entry) => void audited.push(entry) });
  await migrate(database, [territory.parts.migrations]);
  const app = await createFloor({
    database,
    routes: territory.parts.routes,
    authenticate: async (request) => staff(String(request.headers['x-role'] ?? 'anonymous'), String(request.headers['x-area'] ?? '')),
    perMinute: { account: 0, address: 0 },
  });
  /** Calls a route as somebody with a role at an area; `status` and the parsed body. */
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    as: [role: Role, area: string] | null = administrator,
  ) => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        ...(as ? { 'x-role': as[0], 'x-area': as[1] } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : null, type: String(answer.headers['content-type']) };
  };
  /** Sends one file as the web does. */
  const upload = async (url: string, content: string, as: [role: Role, area: string] = administrator) => {
    const edge = 'edge-of-parts';
    const payload = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="file"\r\n\r\n${content}\r\n--${edge}--\r\n`;
    const headers = { 'x-role': as[0], 'x-area': as[1], 'content-type': `multipart/form-data; boundary=${edge}` };
    const answer = await app.inject({ method: 'POST', url, headers, payload });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
  /** Reads an address as it is, with its headers; `tag` as If-None-Match. */
  const ask = (url: string, as: [role: Role, area: string], tag?: string) =>
    app.inject({ method: 'GET', url, headers: { 'x-role': as[0], 'x-area': as[1], ...(tag ? { 'if-none-match': tag } : {}) } });
  const close = async () => {
    await app.close();
    await database.close();
  };
  return { database, territory, call, upload, ask, audited, close };
}

/** Who may edit in the test district. */
export const administrator: [Role, string] = ['system-administrator', '990106'];

export function staff(role: string, areaCode: string): Actor {
  if (role === 'anonymous') return { kind: 'anonymous', id: null, name: '', posts: [] };
  const granted = (Object.keys(permissions) as Permission[]).filter((permission) => mayRole(role as Role, permission));
  const post = { postId: 'p', role, title: role, organisationId: 'o', organisationName: 'o', areaCode, permissions: granted };
  return { kind: 'staff', id: 'a', name: role, posts: [post] };
}

/** A rectangle, its corners rounded as GeoJSON of practice has them. */
export function box(west: number, south: number, east: number, north: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
