// What the audit stands on: the product with a demo district of its own, or a server that runs already.
import type { Role } from '@gongzhi/contract/permissions';
import { type Browser, openBrowser } from '../browser/browser.ts';
import { openBooted } from '../testing/booted.ts';
import { type Client, createClient } from '../testing/client.ts';

export interface Ground {
  address: string;
  client: Client;
  browser: Browser;
  /** Where Lighthouse finds that browser. */
  port: number;
  /** Somebody signed in by telephone, or null where the server is not ours and tells no codes. */
  resident: string | null;
  /** What stands for the parameters in the addresses of pages; null where there is nothing to show. */
  parameters: Record<string, string | null>;
  close(): Promise<void>;
}

const port = 9333;

/** Opens the ground. With an address the server there is used, which must hold the demo district. */
export async function openGround(address?: string): Promise<Ground> {
  const booted = address ? null : await openBooted({ work: true });
  const client = booted ?? createClient(address as string);
  if (booted) await booted.enterResident();
  const resident = booted ? 'resident' : null;
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  const one = async (who: Role | null, path: string): Promise<string | null> =>
    (await client.call(who, 'GET', path)).body.items?.[0]?.number ?? null;
  const report = await client.call(resident, 'POST', '/api/reports', {
    body: '小区门口的路灯坏了三天，晚上看不清台阶。',
    areaCode: await anyGrid(client),
  });
  return {
    address: booted?.address ?? (address as string),
    client,
    browser,
    port,
    resident,
    parameters: {
      '/console/cases/$number': await one('dispatcher', '/api/matters?kind=case&state=handling&limit=1'),
      '/m/task/$number': await one('department-handler', '/api/matters?mine=true&open=true&limit=1'),
      '/m/case/$number': report.body.number ?? null,
      '/wall/$number': (await one(null, '/api/wall?limit=1')) ?? (await one(null, '/api/wall?wall=echoes&limit=1')),
      '/follow/$token': report.body.followToken ?? null,
      '/survey/$token': null,
    },
    async close() {
      await browser.close();
      await booted?.close();
    },
  };
}

async function anyGrid(client: Client): Promise<string> {
  const { body } = await client.call(null, 'GET', '/api/areas?level=grid&limit=1');
  return body.items[0].code;
}
