import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleaned, flaws } from './check.ts';
import { fromControl, toControl } from './moment.ts';
import { fieldsOf, initialValues, type Schema } from './schema.ts';

const drawn = (object: z.ZodObject) => fieldsOf(z.toJSONSchema(object, { io: 'input', unrepresentable: 'any' }) as Schema);
const say = (key: string, values?: Record<string, unknown>) => `${key}${values ? JSON.stringify(values) : ''}`;
const zh = (words: string | { zh: string }) => (typeof words === 'string' ? words : words.zh);

const input = z.object({
  note: z
    .string()
    .trim()
    .min(4)
    .max(500)
    .meta({ label: { zh: '说明', en: 'Note' } }),
  short: z.string().max(60).optional(),
  outcome: z.enum(['solved', 'unsolved']).meta({ labels: { solved: { zh: '已解决', en: 'Solved' } } }),
  lead: z.uuid().meta({ 'x-picker': 'organisation' }),
  assist: z
    .array(z.uuid().meta({ 'x-picker': 'organisation' }))
    .max(5)
    .default([]),
  amount: z.number().int().min(1).max(50).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  on: z.iso.date().nullish(),
  told: z.boolean().default(false),
  limit: z.object({ amount: z.number().positive(), unit: z.enum(['hour', 'day']) }).optional(),
  children: z
    .array(z.object({ title: z.string().min(1).max(120) }))
    .min(2)
    .max(10)
    .optional(),
});

describe('a form from a schema', () => {
  it('finds a control for every kind of property that Zod can write', () => {
    const kinds = Object.fromEntries(drawn(input).map((field) => [field.name, field.kind]));
    expect(kinds).toEqual({
      note: 'long',
      short: 'text',
      outcome: 'choice',
      lead: 'picker',
      assist: 'picker',
      amount: 'number',
      until: 'moment',
      on: 'day',
      told: 'flag',
      limit: 'group',
      children: 'rows',
    });
  });

  it('knows what is needed, what is chosen from where, and what values are called', () => {
    const fields = drawn(input);
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['note', 'outcome', 'lead']);
    expect(fields.find(({ name }) => name === 'assist')).toMatchObject({ picker: 'organisation', several: true, max: 5 });
    expect(fields.find(({ name }) => name === 'outcome')).toMatchObject({
      options: [
        { value: 'solved', label: { zh: '已解决' } },
        { value: 'unsolved', label: 'unsolved' },
      ],
    });
  });

  it('takes labels from title and x-en, names of values from x-options, and a named scale as a choice', () => {
    const urgency = { 'x-options': { 1: { zh: '一般', en: 'Ordinary' }, 2: { zh: '紧急', en: 'Urgent' } } };
    const fields = drawn(
      z.object({
        reason: z.string().max(80).meta({ title: '原因', 'x-en': 'Reason', 'x-long': true }),
        urgency: z.number().int().min(1).max(2).optional().meta(urgency),
        limit: z.object({ amount: z.number() }).optional().meta({ title: '时限', 'x-en': 'Limit', 'x-picker': 'limit' }),
      }),
    );
    expect(fields[0]).toMatchObject({ kind: 'long', label: { zh: '原因', en: 'Reason' } });
    expect(fields[1]).toMatchObject({ kind: 'choice', options: [{ value: 1, label: { zh: '一般' } }, { value: 2 }] });
    expect(fields[2]).toMatchObject({ kind: 'picker', picker: 'limit', required: false });
  });

  it('does not speak of the limits of the machine', () => {
    expect(drawn(z.object({ n: z.number().int() }))[0]).toMatchObject({ min: undefined, max: undefined });
  });

  it('begins with the defaults, and with as many rows as are needed', () => {
    expect(initialValues(drawn(input))).toMatchObject({ assist: [], told: false, children: [{}, {}] });
  });
});

describe('what a form finds wrong', () => {
  it('is told by path, also inside groups and rows', () => {
    const fields = drawn(
      z.object({
        note: input.shape.note,
        limit: z.object({ amount: z.number().min(1).max(9) }),
        rows: z.array(z.object({ title: z.string().min(1) })),
      }),
    );
    const found = flaws(fields, { note: '好', limit: { amount: '12' }, rows: [{ title: 'a' }, {}] }, say, zh);
    expect(Object.keys(found)).toEqual(['note', 'limit.amount', 'rows.1.title']);
    expect(found.note).toContain('form.tooShort');
    expect(found['limit.amount']).toContain('form.between');
  });

  it('is nothing for what is right or was left out where it may be', () => {
    const values = {
      note: '已清理完毕',
      outcome: 'solved',
      lead: crypto.randomUUID(),
      limit: { amount: '2', unit: 'day' },
      children: [{ title: 'a' }, { title: 'b' }],
    };
    expect(flaws(drawn(input), values, say, zh)).toEqual({});
  });
});

describe('what a form sends', () => {
  it('passes the schema it was drawn from', () => {
    const values = {
      note: ' 已清理完毕 ',
      short: '',
      outcome: 'solved',
      lead: crypto.randomUUID(),
      amount: '3',
      until: fromControl('2026-03-01T08:00'),
      limit: { amount: '1.5', unit: 'day' },
      children: [{ title: 'a' }, { title: 'b' }],
      told: true,
    };
    const sent = cleaned(drawn(input), values);
    expect(input.parse(sent)).toMatchObject({ note: '已清理完毕', amount: 3, told: true, limit: { amount: 1.5 } });
    expect(sent).not.toHaveProperty('short');
  });
});

describe('a moment', () => {
  it('is shown and taken on the clock of the place, wherever the computer stands', () => {
    expect(toControl('2026-03-01T00:00:00Z')).toBe('2026-03-01T08:00');
    expect(fromControl('2026-03-01T08:00')).toBe('2026-03-01T08:00:00+08:00');
    expect(toControl(fromControl('2026-12-31T23:59')!)).toBe('2026-12-31T23:59');
    expect(fromControl('')).toBeUndefined();
  });
});
