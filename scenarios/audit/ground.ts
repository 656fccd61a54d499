// What the audit stands on: the product with a demo district of its own, or a server that runs already.
import type { Role } from '@gongzhi/contract/permissions';
import { type Browser, openBrowser } from '../browser/browser.ts';
import { openBooted } from '../testing/booted.ts';
import { type Client, createClient } from '../testing/client.ts';

/** Who can look at pages, and what stands for the parameters in their addresses. */
export interface Lookers {
  /** Somebody signed in by telephone, or null where the server is not ours and tells no codes. */
  resident: string | null;
  /** By the route; null where there is nothing to show. */
  parameters: Record<string, string | null>;
}

export interface Ground extends Lookers {
  address: string;
  client: Client;
  browser: Browser;
  /** Where Lighthouse finds that browser. */
  port: number;
  close(): Promise<void>;
}

const port = 9333;

/** Opens the ground. With an address the server there is used, which must hold the demo district. */
export async function openGround(address?: string): Promise<Ground> {
  const booted = address ? null : await openBooted({ work: true });
  const client = booted ?? createClient(address as string);
  if (booted) await booted.enterResident();
  const browser = await openBrowser([`--remote-debugging-port=${port}`, '--lang=zh-CN', '--accept-lang=zh-CN,zh']);
  return {
    address: booted?.address ?? (address as string),
    client,
    browser,
    port,
    ...(await lookers(client, booted ? 'resident' : null)),
    async close() {
      await browser.close();
      await booted?.close();
    },
  };
}

/** Finds something to show for every page that shows one thing; a report is made for those of residents. */
export async function lookers(client: Client, resident: string | null): Promise<Lookers> {
  const first = async (who: Role | null, path: string) => (await client.call(who, 'GET', path)).body.items?.[0] ?? null;
  const grid = await first(null, '/api/areas?level=grid&limit=1');
  const report = await client.call(resident, 'POST', '/api/reports', {
    body: '小区门口的路灯坏了三天，晚上看不清台阶。',
    areaCode: grid.code,
  });
  const handled = await first('dispatcher', '/api/matters?kind=case&state=handling&limit=1');
  const task = await first('department-handler', '/api/matters?mine=true&open=true&limit=1');
  const published = (await first(null, '/api/wall?limit=1')) ?? (await first(null, '/api/wall?wall=echoes&limit=1'));
  return {
    resident,
    parameters: {
      '/console/cases/$number': handled?.number ?? null,
      '/console/cases/$number/print': handled?.number ?? null,
      '/m/task/$number': task?.number ?? null,
      '/m/case/$number': resident === null ? null : (report.body.number ?? null),
      '/wall/$number': published?.number ?? null,
      '/follow/$token': report.body.followToken ?? null,
    },
  };
}
