import type { Actor } from '@gongzhi/contract/actor';
import { mayRole, type Permission, permissions, type Role } from '@gongzhi/contract/permissions';
import { migrate } from '@gongzhi/platform/database';
import { createFloor } from '@gongzhi/platform/http';
import type { AuditInput } from '@gongzhi/platform/module';
import { testDatabase } from '@gongzhi/platform/testing';
import { createTerritory } from '@gongzhi/territory';
import { createOrganisations } from './index.ts';

/** A database with territory and this module, the routes over HTTP, and what was written to the audit log. */
export async function openGround() {
  const database = await testDatabase();
  const audited: AuditInput[] = [];
  const audit = async (_tx: unknown, entry: AuditInput) => void audited.push(entry);
  const territory = createTerritory({ database, audit });
  const organisations = createOrganisations({ database, territory, audit });
  await migrate(database, [
    { module: 'platform', folder: new URL('../../platform/migrations/', import.meta.url) },
    territory.parts.migrations,
    organisations.parts.migrations,
  ]);
  await database.transaction((tx) => territory.loadAreas(tx, areas));
  const app = await createFloor({
    database,
    routes: organisations.parts.routes,
    authenticate: async (request) => staff(String(request.headers['x-role'] ?? 'anonymous'), String(request.headers['x-area'] ?? '')),
    perMinute: { account: 0, address: 0 },
  });
  const call = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, as: As | null = administrator) => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        ...(as ? { 'x-role': as[0], 'x-area': as[1] } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : null };
  };
  const send = async (url: string, contentType: string, payload: Buffer | string, as: As = administrator) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { 'x-role': as[0], 'x-area': as[1], 'content-type': contentType },
      payload,
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
  /** Sends one file as a browser would. */
  const upload = async (url: string, name: string, content: Buffer | string, as: As = administrator) => {
    const edge = 'gongzhi-test-boundary';
    const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)]);
    return send(url, `multipart/form-data; boundary=${edge}`, payload, as);
  };
  const close = async () => {
    await app.close();
    await database.close();
  };
  return { database, territory, organisations, call, send, upload, audited, close };
}

type As = [role: Role, area: string];
export const administrator: As = ['system-administrator', '990106'];
export const security: As = ['security-administrator', '990106'];

const areas = [
  { code: '990106', name: '云杉区', level: 'district' as const },
  { code: '990106001', name: '东山街道', level: 'subdistrict' as const },
  { code: '990106002', name: '南桥街道', level: 'subdistrict' as const },
  { code: '990106002001', name: '柳岸社区', level: 'community' as const },
  { code: '990106002001001', name: '柳岸第一网格', level: 'grid' as const },
  { code: '990106002001002', name: '柳岸第二网格', level: 'grid' as const },
];

function staff(role: string, areaCode: string): Actor {
  if (role === 'anonymous') return { kind: 'anonymous', id: null, name: '', posts: [] };
  const granted = (Object.keys(permissions) as Permission[]).filter((permission) => mayRole(role as Role, permission));
  const post = { postId: 'p', role, title: role, organisationId: 'o', organisationName: 'o', areaCode, permissions: granted };
  return { kind: 'staff', id: 'a', name: role, posts: [post] };
}
