import { describe, expect, test } from 'vitest';
import { boardChanges } from './board-events.ts';
import { effectOf } from './effect.ts';

const fact = (data: object) => ({ subject: 'm', areaCode: '990101', data: { kind: 'case', openedAt: '2026-03-01T01:00:00Z', ...data } });
const closed = { from: 'verified', closedAt: '2026-03-02T01:00:00Z', dueAt: '2026-03-01T20:00:00Z', previousClosedAt: null };
const reopened = { from: 'closed', closedAt: null, previousClosedAt: '2026-03-02T01:00:00Z' };

describe('facts as the board counts them', () => {
  test('an opening, an ending that was late, and what says nothing', () => {
    const changes = boardChanges([
      fact({ from: null }),
      fact({ from: 'filed', closedAt: null, previousClosedAt: null }),
      fact(closed),
      { subject: 'x', areaCode: '990101', data: { by: 'm' } },
    ]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ reportedAt: new Date('2026-03-01T01:00:00Z'), late: true, reopened: false });
  });
  test('archiving what is closed counts no second ending', () => {
    expect(boardChanges([fact({ from: 'closed', closedAt: closed.closedAt, previousClosedAt: closed.closedAt })])).toEqual([]);
  });
  test('a reopening takes the ending back, also one of the same batch', () => {
    expect(boardChanges([fact(reopened)])[0]).toMatchObject({ reopened: true, endedAt: null });
    expect(boardChanges([fact(closed), fact(reopened)])).toEqual([]);
  });
});

describe('the effect of a theme', () => {
  const month = (name: string, reported: number) => ({ month: name, reported });
  test('is the mean of the whole months after against the three before', () => {
    const months = [
      month('2026-01', 90),
      month('2026-02', 110),
      month('2026-03', 100),
      month('2026-04', 80),
      month('2026-05', 60),
      month('2026-06', 5),
    ];
    expect(effectOf(months, '2026-04', '2026-06')).toEqual({ before: 100, after: 60, change: -0.4 });
  });
  test('is not told while no whole month has passed', () => {
    expect(effectOf([month('2026-03', 100), month('2026-04', 20)], '2026-03', '2026-04')).toMatchObject({ after: null, change: null });
  });
});
