import { describe, expect, test } from 'vitest';
import { addDays, fallsDue, isWalked, lastDayOf, periodOf } from './due-days.ts';
import { judgeMoment } from './judge-moment.ts';
import { judgePlace, metresBetween } from './judge-place.ts';

const at = (text: string) => new Date(`${text}+08:00`);

describe('when an entry of a phone happened', () => {
  const received = at('2026-03-02T20:00:00');
  test('is what the phone says, also when it is sent a day later', () => {
    expect(judgeMoment(at('2026-03-01T09:30:00'), received, received)).toEqual({
      at: at('2026-03-01T09:30:00'),
      adjusted: null,
      tooOld: false,
    });
  });
  test('is put right by as much as the clock of the phone was wrong when it sent', () => {
    const sent = at('2026-03-02T17:00:00');
    expect(judgeMoment(at('2026-03-01T09:30:00'), sent, received)).toMatchObject({ at: at('2026-03-01T12:30:00'), adjusted: 'clock' });
  });
  test('is never after its arrival', () => {
    expect(judgeMoment(at('2026-03-05T09:30:00'), received, received)).toMatchObject({ at: received, adjusted: 'future' });
  });
  test('is too old to be counted after 31 days', () => {
    expect(judgeMoment(at('2026-01-29T09:30:00'), received, received).tooOld).toBe(true);
  });
});

describe('whether somebody stood at the point', () => {
  const point = { longitude: 114.3, latitude: 30.5, radius: 50, code: 'K7Q2' };
  const north = (metres: number, accuracy: number | null = 10) => ({ longitude: 114.3, latitude: 30.5 + metres / 111_195, accuracy });
  test('is yes inside the radius, with up to 50 m of the error of the fix', () => {
    expect(judgePlace(point, north(40), null)).toEqual({ verdict: 'there', metres: 40 });
    expect(judgePlace(point, north(95, 45), null).verdict).toBe('there');
    expect(judgePlace(point, north(110, 60), null).verdict).toBe('uncertain');
  });
  test('is no from far away, whatever was said', () => {
    expect(judgePlace(point, north(900), 'WRONG').verdict).toBe('far');
  });
  test('is uncertain where the fix is coarse, and unknown without one', () => {
    expect(judgePlace(point, north(300, 400), null).verdict).toBe('uncertain');
    expect(judgePlace(point, null, null)).toEqual({ verdict: 'unknown', metres: null });
  });
  test('is yes where the code that hangs there was read', () => {
    expect(judgePlace(point, null, ' k7q2 ').verdict).toBe('code');
    expect(judgePlace({ ...point, code: null }, null, '').verdict).toBe('unknown');
  });
  test('measures along the surface', () => {
    expect(metresBetween({ longitude: 114, latitude: 30 }, { longitude: 114.01, latitude: 30 })).toBeCloseTo(963, 0);
  });
});

describe('when a point is due', () => {
  const daily = { frequency: 'daily' as const, weekdays: [1, 3, 5] };
  test('follows weekdays, weeks from Monday and months', () => {
    expect([isWalked(daily, '2026-03-02'), isWalked(daily, '2026-03-03')]).toEqual([true, false]);
    expect(periodOf({ frequency: 'weekly' }, '2026-03-01')).toBe('2026-02-23');
    expect(lastDayOf({ frequency: 'weekly' }, '2026-03-01')).toBe('2026-03-01');
    expect(lastDayOf({ frequency: 'monthly' }, '2026-02-10')).toBe('2026-02-28');
  });
  test('falls due once a period', () => {
    const days = Array.from({ length: 28 }, (_, index) => addDays('2026-02-02', index));
    expect(days.filter((one) => fallsDue({ frequency: 'weekly', weekdays: [] }, one))).toHaveLength(4);
    expect(days.filter((one) => fallsDue(daily, one))).toHaveLength(12);
  });
});
