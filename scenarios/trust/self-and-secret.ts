import { allRoutes } from '@gongzhi/contract';
import { expect, test } from 'vitest';
import { scopeOfSelf } from './scope-of-self.ts';
import type { ScopeWorld } from './scope-world.ts';
import { schemaOf } from './well-formed.ts';

const [owner, stranger] = ['staff dispatcher', 'staff hotline-operator'];

/** What belongs to one caller alone, or to whoever holds its secret. */
export function selfAndSecret(world: () => ScopeWorld): void {
  test('a request that can only mean its caller has no field that names somebody else', () => {
    const named = allRoutes
      .filter((route) => route.scope === 'self' && scopeOfSelf[route.name]?.over === 'nothing' && !route.params)
      .flatMap((route) => [route.query, route.body].flatMap((schema) => (schema ? Object.keys(schemaOf(schema).properties ?? {}) : [])));
    expect(named.filter((field) => /account|user|person|resident|holder|actor|owner/i.test(field))).toEqual([]);
  });

  test('a view of somebody else is neither listed nor found', async () => {
    const { must, server } = world();
    const view = (await must(owner, 'POST', '/api/views', { name: '我的视图', query: {}, columns: [] })).body.id;
    expect((await must(owner, 'GET', '/api/views')).text).toContain(view);
    expect((await must(stranger, 'GET', '/api/views')).text).not.toContain(view);
    expect((await server.call(stranger, 'DELETE', `/api/views/${view}`)).body.code).toBe('view-not-found');
    expect((await server.call(owner, 'DELETE', `/api/views/${view}`)).status).toBe(204);
  });

  test('a report of somebody else is neither listed, nor found, nor acted on', async () => {
    const { must, server } = world();
    await server.enterResident('another resident', '13699998888');
    const number = (await must('scope resident', 'POST', '/api/reports', { body: '只有我的一件事', areaCode: world().sides[0]!.grid })).body
      .number;
    expect((await must('scope resident', 'GET', '/api/my-reports')).text).toContain(number);
    expect((await must('another resident', 'GET', '/api/my-reports')).text).not.toContain(number);
    expect((await server.call('another resident', 'GET', `/api/my-reports/${number}`)).body.code).toBe('matter-not-found');
    const withdrawn = await server.call('another resident', 'POST', `/api/my-reports/${number}`, { action: 'withdraw', note: '不需要了' });
    expect(withdrawn.body.code).toBe('matter-not-found');
    expect((await must('scope resident', 'GET', `/api/my-reports/${number}`)).body.state).toBe('recorded');
  });

  test('an import of somebody else is neither listed, nor found, nor run', async () => {
    const { must, server } = world();
    const form = new FormData();
    form.set('file', new Blob(['编号,内容\nX-1,路灯不亮\n']), 'mine.csv');
    const { id } = (await must(owner, 'POST', '/api/imports', form)).body;
    const other = 'staff system-administrator';
    await must(owner, 'POST', `/api/imports/${id}/run`, {
      dryRun: true,
      mapping: { 编号: 'external_number', 内容: 'body' },
      source: 'scope',
    });
    expect((await must(owner, 'GET', '/api/imports')).text).toContain(id);
    expect((await must(other, 'GET', '/api/imports')).text).not.toContain(id);
    expect((await server.call(other, 'GET', `/api/imports/${id}`)).body.code).toBe('import-not-found');
    const run = await server.call(other, 'POST', `/api/imports/${id}/run`, { mapping: {}, source: 'scope' });
    expect(run.body.code).toBe('import-not-found');
  });

  test('a notice of somebody else is not listed and stays unread', async () => {
    const { must, server } = world();
    const notice = '0198a000-0000-7000-8000-00000000abcd';
    const { id } = (await must(owner, 'GET', '/api/session')).body.session;
    await server.product.database.query(
      `insert into notifications.notice (id, recipient_id, at, kind, title) values ($1, $2, now(), 'test', '{"zh":"通知","en":"Notice"}'::jsonb)`,
      [notice, id],
    );
    expect((await must(stranger, 'GET', '/api/notices')).text).not.toContain(notice);
    await must(stranger, 'POST', '/api/notices/read', { ids: [notice] });
    expect((await must(owner, 'GET', '/api/notices?unread=true')).text).toContain(notice);
    await must(owner, 'POST', '/api/notices/read', { ids: [notice] });
    expect((await must(owner, 'GET', '/api/notices?unread=true')).text).not.toContain(notice);
  });

  test('a follow-up link that was guessed opens nothing, and a real one opens its own case alone', async () => {
    const { must, server, sides, cases } = world();
    const report = (await must(null, 'POST', '/api/reports', { body: '用链接跟进的一件事', areaCode: sides[0]!.grid })).body;
    expect((await must(null, 'GET', `/api/follow/${report.followToken}`)).body.number).toBe(report.number);
    const guessed = `${report.followToken.slice(0, -1)}${report.followToken.endsWith('A') ? 'B' : 'A'}`;
    for (const [method, body] of [
      ['GET', undefined],
      ['POST', { action: 'supplement', note: '补充' }],
    ] as const) {
      expect((await server.call(null, method, `/api/follow/${guessed}`, body)).body.code).toBe('token-unknown');
      expect(
        (await server.call(null, method, `/api/surveys/${guessed}`, method === 'POST' ? { satisfaction: 5 } : undefined)).body.code,
      ).toBe('token-unknown');
    }
    expect((await server.call(null, 'GET', `/api/files/${cases[0]!.file}?token=${report.followToken}`)).body.code).toBe('file-not-found');
  });
}
