import { EntryInput } from '@gongzhi/contract/patrol';
import { describe, expect, test } from 'vitest';
import { type Surroundings, takeEntries } from './take-entries.ts';
import { mergeShifts, onDuty } from './take-tracks.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const point = {
  id: id(900),
  areaCode: '990101001001001',
  longitude: 114.3,
  latitude: 30.5,
  radius: 60,
  code: null,
  frequency: 'daily' as const,
};
const receivedAt = new Date('2026-03-02T20:00:00+08:00');
const around: Surroundings = {
  sentAt: receivedAt,
  receivedAt,
  areas: ['990101001001'],
  homeArea: '990101001001001',
  points: new Map([
    [point.id, point],
    [id(901), { ...point, id: id(901), areaCode: '990102001001001' }],
  ]),
  toWgs84: ({ longitude, latitude }) => ({ longitude, latitude }),
};
const entry = (n: number, more: object) => EntryInput.parse({ id: id(n), kind: 'check-in', at: '2026-03-01T09:00:00+08:00', ...more });
const here = { longitude: 114.3, latitude: 30.5, accuracy: 8 };

describe('what a phone has written', () => {
  test('is taken in the order of its clock, whatever the order of sending', () => {
    const taken = takeEntries(
      [
        entry(3, { kind: 'diary', at: '2026-03-01T11:00:00+08:00', text: 'c' }),
        entry(1, { kind: 'diary', at: '2026-03-01T09:00:00+08:00', text: 'a' }),
        entry(2, { kind: 'diary', at: '2026-03-01T10:00:00+08:00', text: 'b' }),
      ],
      around,
    );
    expect(taken.map((one) => one.text)).toEqual(['a', 'b', 'c']);
  });

  test('is counted at the point, and kept with the reason where it proves nothing', () => {
    const judged = takeEntries(
      [
        entry(1, { pointId: point.id, place: here }),
        entry(2, { pointId: point.id, place: { ...here, latitude: 30.52 } }),
        entry(3, { pointId: point.id }),
        entry(4, { pointId: id(77), place: here }),
        entry(5, { pointId: id(901), place: here }),
        entry(6, { pointId: point.id, place: here, at: '2025-12-01T09:00:00+08:00' }),
        entry(7, { kind: 'missed', pointId: point.id }),
        entry(8, { place: here }),
      ],
      around,
    );
    expect(Object.fromEntries(judged.map((one) => [Number(one.id.slice(-2)), one.because]))).toEqual({
      1: null,
      2: 'too-far',
      3: 'no-place',
      4: 'point-unknown',
      5: 'area-outside',
      6: 'too-old',
      7: 'no-reason',
      8: 'point-missing',
    });
    expect(judged.find((one) => one.counted)).toMatchObject({ period: '2026-03-01', verdict: 'there', areaCode: point.areaCode });
  });

  test('of a household that did not agree keeps that somebody came, and nothing else', () => {
    const [visit] = takeEntries(
      [entry(1, { kind: 'visit', consent: false, subject: '三单元二楼', text: '老人独居', place: here, people: 1, asCase: {} })],
      around,
    );
    expect(visit).toMatchObject({ text: '', longitude: null, details: { consent: false }, wantsCase: false, counted: true });
  });

  test('has another digest when the words under one id are others', () => {
    const [one] = takeEntries([entry(1, { kind: 'diary', text: 'a' })], around);
    const [other] = takeEntries([entry(1, { kind: 'diary', text: 'b' })], around);
    expect(one!.digest).not.toBe(other!.digest);
  });
});

describe('a shift told by two phones', () => {
  const same = (at: Date) => at;
  test('reaches from the earlier beginning to the later end', () => {
    const [shift] = mergeShifts(
      [],
      [
        { id: id(1), beganAt: '2026-03-01T08:10:00Z', endedAt: '2026-03-01T12:00:00Z' },
        { id: id(1), beganAt: '2026-03-01T08:00:00Z', handover: '东门井盖待换' },
      ],
      same,
    ).values();
    expect(shift).toMatchObject({
      beganAt: new Date('2026-03-01T08:00:00Z'),
      endedAt: new Date('2026-03-01T12:00:00Z'),
      handover: '东门井盖待换',
    });
  });

  test('keeps of a track what lies within it, in order and once', () => {
    const shift = { id: id(1), beganAt: new Date('2026-03-01T08:00:00Z'), endedAt: new Date('2026-03-01T12:00:00Z') };
    const at = (time: string) => ({ at: `2026-03-01T${time}Z`, longitude: 114.3, latitude: 30.5 });
    const kept = onDuty([at('12:30:00'), at('10:00:00'), at('09:00:00'), at('09:00:00'), at('07:59:59')], shift, same);
    expect(kept.map(([, , when]) => when.slice(11, 16))).toEqual(['09:00', '10:00']);
    expect(onDuty([at('09:00:00')], undefined, same)).toEqual([]);
  });
});
