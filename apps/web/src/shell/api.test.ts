import { cases } from '@gongzhi/contract/cases';
import { matters } from '@gongzhi/contract/matters';
import { notifications } from '@gongzhi/contract/notifications';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, addressOf, call, onSignedOut } from './api.ts';

const answer = (body: unknown, status = 200, type = 'application/json') =>
  vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': type } }));

afterEach(() => {
  vi.restoreAllMocks();
  onSignedOut.clear();
});

describe('the address of a route', () => {
  it('fills in the parameters, escaped, and leaves out what is not asked', () => {
    expect(addressOf(matters.act, { params: { number: 'GZ202601010000001', action: 'a/b' } })).toBe(
      '/api/matters/GZ202601010000001/actions/a%2Fb',
    );
    expect(addressOf(matters.list, { query: { state: 'filed,dispatched', text: '', mine: undefined } })).toBe(
      '/api/matters?state=filed%2Cdispatched',
    );
  });

  it('takes a parameter that stands within a word', () => {
    expect(addressOf(cases.export, { params: { format: 'csv' }, query: { text: '井盖' } })).toBe('/api/cases.csv?text=%E4%BA%95%E7%9B%96');
  });
});

describe('a call', () => {
  it('sends the body as JSON with its key, and gives back the answer', async () => {
    const fetch = answer({ number: 'GZ1', state: 'signed', version: 2, dueAt: null });
    const body = { version: 1, input: { note: '好' } };
    const done = await call(matters.act, { params: { number: 'GZ202601010000001', action: 'sign' }, body, idempotencyKey: 'k'.repeat(16) });
    expect(done.version).toBe(2);
    const [address, options] = fetch.mock.calls[0]!;
    expect(address).toBe('/api/matters/GZ202601010000001/actions/sign');
    expect(options).toMatchObject({ method: 'POST', body: JSON.stringify(body) });
    expect(new Headers(options?.headers).get('idempotency-key')).toBe('k'.repeat(16));
  });

  it('gives nothing where the route answers nothing', async () => {
    answer(null, 204);
    expect(await call(notifications.markRead, { body: {} })).toBeUndefined();
  });

  it('throws a refusal with its code, its fields and whatever else it tells', async () => {
    const errors = [{ field: 'input.note', reason: 'too short' }];
    answer(
      { type: 'urn:x', title: 'The input is not acceptable', status: 400, code: 'invalid-input', trace: 't1', errors, now: 'closed' },
      400,
      'application/problem+json',
    );
    const problem = await call(matters.kinds, {}).catch((error) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 400, code: 'invalid-input', trace: 't1', errors });
    expect(problem.document.now).toBe('closed');
  });

  it('says offline where nothing answers, and stays silent where the asker has left', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('failed to fetch'));
    expect(await call(matters.kinds, {}).catch((error) => error)).toMatchObject({ code: 'offline', status: 0 });
    const left = await call(matters.kinds, { signal: AbortSignal.abort() }).catch((error) => error);
    expect(left).not.toBeInstanceOf(ApiProblem);
  });

  it('says so where a gateway answers with a page of its own', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await call(matters.kinds, {}).catch((error) => error)).toMatchObject({ code: 'unreadable-answer', status: 502 });
  });

  it('tells the shell when the session is gone, but not when a sign-in is refused', async () => {
    const told = vi.fn();
    onSignedOut.add(told);
    answer({ title: 'Sign in first', status: 401, code: 'sign-in-required' }, 401);
    await call(matters.kinds, {}).catch(() => undefined);
    expect(told).toHaveBeenCalledTimes(1);
    answer({ title: 'No', status: 401, code: 'invalid-credentials' }, 401);
    const { identity } = await import('@gongzhi/contract/identity');
    await call(identity.signIn, { body: { username: 'a', password: 'b' } }).catch(() => undefined);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
