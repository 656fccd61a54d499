import type { ActContext } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import type { CasesCore } from '../cases.ts';
import { isContactable } from '../rules/is-contactable.ts';

interface Child {
  title: string;
  body?: string;
  category?: string;
}

/** Opens the children of a split inside the transaction of the act; each follows its own way, and the parent waits for all of them. */
export async function splitCase(core: CasesCore, tx: Connection, context: ActContext): Promise<void> {
  const { matter, actor } = context;
  for (const child of (context.input as { children: Child[] }).children) {
    await core.open(
      actor,
      {
        title: child.title,
        body: child.body ?? matter.body,
        ...(child.category ? { category: child.category } : {}),
        ...(matter.longitude !== null && matter.latitude !== null
          ? { place: { longitude: matter.longitude, latitude: matter.latitude, system: 'wgs84' as const } }
          : {}),
        areaCode: matter.areaCode,
        ...(matter.address ? { address: matter.address } : {}),
        channel: matter.channel,
        urgency: matter.urgency,
        confidential: matter.confidential,
        files: [],
      },
      {
        ...{ connection: tx, parentId: matter.id, links: [{ toId: matter.id, kind: 'split-from' }], reporterId: matter.reporterId },
        details: { contactable: isContactable(matter) },
      },
    );
  }
}
