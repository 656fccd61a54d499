import { Refusal } from '@gongzhi/platform/problems';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const id = '00000000-0000-4000-8000-000000000001';

test('a cursor says again what was put into it', () => {
  const cursor = { sort: '-openedAt', at: '2026-03-02 01:00:00.123456+00', id };
  expect(readCursor(writeCursor(cursor), '-openedAt')).toEqual(cursor);
});

test('a cursor of another list, or one that was tampered with, is refused', () => {
  const encode = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const broken = [
    '',
    'x',
    encode('{'),
    encode(null),
    encode([]),
    encode({ sort: 'dueAt', at: null }),
    encode({ sort: '-openedAt', at: null, id }),
    encode({ sort: '-openedAt', at: "2026-03-02 01:00:00+00'; --", id }),
    encode({ sort: '-openedAt', at: '2026-99-02 01:00:00+00', id }),
    encode({ sort: '-openedAt', at: '2026-03-02 01:00:00+00', id: 'x' }),
    writeCursor({ sort: 'dueAt', at: '2026-03-02 01:00:00+00', id }),
  ];
  for (const text of broken) expect(() => readCursor(text, '-openedAt'), text).toThrow(Refusal);
});
