import { identity } from '@gongzhi/contract/identity';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import { exportAudit } from '../queries/export-audit.ts';
import { auditFilter, listAudit } from '../queries/list-audit.ts';
import { verifyAudit } from '../queries/verify-audit.ts';
import type { Workings } from '../workings.ts';

export function auditRoutes({ database, keys, audit, now }: Workings): BoundRoute[] {
  return [
    bind(identity.listAudit, ({ query }) => listAudit(database, query)),
    bind(identity.exportAudit, async ({ actor, query, request, reply }) => {
      // First the line about the export, then the export: it holds its own line, and no export is without one.
      await database.transaction((tx) => audit(tx, { actor, action: 'audit-exported', address: request.ip, detail: { ...query } }));
      reply.header('content-type', 'text/csv; charset=utf-8').header('cache-control', 'no-store');
      reply.header('content-disposition', `attachment; filename="audit-${now().toISOString().slice(0, 10)}.csv"`);
      return reply.send(await exportAudit(database, auditFilter(query)));
    }),
    bind(identity.verifyAudit, () => verifyAudit(database, keys)),
  ];
}
