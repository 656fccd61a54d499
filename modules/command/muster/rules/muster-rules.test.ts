import { Refusal } from '@gongzhi/platform/problems';
import { describe, expect, test } from 'vitest';
import { callToken, readCallToken, sceneCode } from './call-token.ts';
import { judgeSignIn, type SignInCase } from './judge-sign-in.ts';

const spot = { longitude: 114.31, latitude: 30.51 };
const at = new Date('2026-07-01T21:00:00+08:00');
const minutes = (n: number) => new Date(at.getTime() + n * 60_000);
const base: SignInCase = {
  ...{ calledAt: at, at: minutes(20), now: minutes(21), ended: false, code: '123456', others: new Set(['654321']) },
  ...{ given: { code: undefined, place: spot }, spots: [spot], radius: 300 },
};
const judged = (more: Partial<SignInCase>) => {
  const verdict = judgeSignIn({ ...base, ...more });
  return verdict instanceof Refusal ? verdict.code : verdict;
};
const code = (text: string) => ({ code: text, place: undefined });

describe('a sign-in', () => {
  test('counts by the code of the muster, and by place within its radius', () => {
    expect(judged({ given: code('123456') })).toEqual({ by: 'code', metres: null });
    expect(judged({ given: { code: undefined, place: { ...spot, latitude: 30.5125 } } })).toEqual({ by: 'place', metres: 278 });
  });
  test('counts at a post that lies away from the place of the muster', () => {
    const post = { longitude: 114.4, latitude: 30.6 };
    expect(judged({ given: { code: undefined, place: post }, spots: [spot, post] })).toEqual({ by: 'place', metres: 0 });
  });
  test('does not count before the call, from far away, with a wrong code or that of another muster, or after the end', () => {
    expect(judged({ at: minutes(-1) })).toBe('sign-in-before-call');
    expect(judged({ given: { code: undefined, place: { ...spot, latitude: 30.52 } } })).toBe('sign-in-far');
    expect(judged({ given: code('000000') })).toBe('code-wrong');
    expect(judged({ given: code('654321') })).toBe('code-of-another');
    expect(judged({ ended: true })).toBe('muster-over');
    expect(judged({ spots: [] })).toBe('sign-in-no-place');
    expect(judged({ at: minutes(60) })).toBe('invalid-input');
    expect(judged({ given: { code: undefined, place: undefined } })).toBe('invalid-input');
  });
});

describe('the link of a call', () => {
  const key = Buffer.alloc(32, 1);
  const [muster, person] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-0000000000ff'];
  test('says whose call it is, and cannot be made up', () => {
    const token = callToken(key, muster!, person!);
    expect(readCallToken(key, token)).toEqual({ musterId: muster, responderId: person });
    expect(readCallToken(Buffer.alloc(32, 2), token)).toBeNull();
    expect(readCallToken(key, `Z${token.slice(1)}`)).toBeNull();
    expect(readCallToken(key, 'no token')).toBeNull();
  });
  test('has a code beside it that is shown at the scene', () => {
    expect(sceneCode(key, muster!)).toMatch(/^\d{6}$/);
    expect(sceneCode(key, muster!, 1)).not.toBe(sceneCode(key, muster!));
  });
});
