import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reasonText } from './reason-text.ts';

const told = (schema: z.ZodType, value: unknown) => reasonText(schema.safeParse(value).error!.issues[0]!.message, 'zh');

describe('the reason for which a field is refused', () => {
  it.each([
    ['a missing text', z.string(), undefined, '必填'],
    ['an empty text', z.string().min(1), '', '必填'],
    ['a short text', z.string().min(4), '好', '至少 4 个字'],
    ['a long text', z.string().max(2), '太长了', '最多 2 个字'],
    ['a small number', z.number().min(1), 0, '不小于 1'],
    ['a large number', z.number().max(9), 10, '不大于 9'],
    ['a choice that is none', z.enum(['a', 'b']), 'c', '不在可选范围内'],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], '最多 1 项'],
    ['words for a number', z.number(), 'x', '应为数字'],
    ['a broken identifier', z.uuid(), 'x', '格式不正确'],
  ])('%s is said in Chinese', (_what, schema, value, words) => expect(told(schema, value)).toBe(words));

  it('stands as it came where it is Chinese, or the reader reads English, or no words are known', () => {
    expect(reasonText('已有同名', 'zh')).toBe('已有同名');
    expect(reasonText('Invalid option', 'en')).toBe('Invalid option');
    expect(reasonText('lies in the past', 'zh')).toBe('内容不符合要求（lies in the past）');
  });
});
