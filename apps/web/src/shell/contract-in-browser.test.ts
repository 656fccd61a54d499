import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contractAtBuildTime } from '../../build/contract-at-build-time.ts';

const folder = fileURLToPath(new URL('../../../../contract', import.meta.url));
const load = contractAtBuildTime(folder).load as unknown as (this: unknown, id: string) => Promise<{ code: string } | null>;
const built = (name: string) => load.call({ addWatchFile() {} }, `${folder}/${name}`);

describe('a contract module in the browser', () => {
  it('holds routes by name, method and path, and no schema', async () => {
    const { code } = (await built('matters.ts'))!;
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(module.matters.act).toEqual({
      name: 'matters.act',
      method: 'POST',
      path: '/api/matters/:number/actions/:action',
      idempotent: true,
    });
    expect(code).not.toContain('zod');
    expect(module).not.toHaveProperty('MatterSummary');
  });

  it('keeps lists of names and the options of an enum', async () => {
    const { code } = (await built('matters.ts'))!;
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(module.channels).toContain('hotline');
    expect(module.Channel).toEqual({ options: module.channels });
  });

  it('is left alone where it is plain data already, or not of the contract', async () => {
    expect(await built('permissions.ts')).toBeNull();
    expect(await built('layer-themes.ts')).toBeNull();
    expect(await load.call({ addWatchFile() {} }, '/elsewhere/matters.ts')).toBeNull();
  });
});
