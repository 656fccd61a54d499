import { describe, expect, test } from 'vitest';
import { createDemo } from '../create-demo.ts';

const now = new Date('2026-03-05T10:00:00+08:00');
const demo = createDemo({ cases: 0, now });
const patrols = demo.patrols();

describe('the invented patrols', () => {
  test('reach every grid, with points inside the year and rounds of the last week by its own officers', () => {
    const grids = demo.areas.filter((area) => area.level === 'grid').map((area) => area.code);
    expect(new Set(patrols.plans.map((plan) => plan.areaCode))).toEqual(new Set(grids));
    const points = new Set(patrols.plans.flatMap((plan) => plan.points.map((point) => point.id)));
    expect(patrols.walked.length).toBeGreaterThan(grids.length * 3 * 5);
    expect(patrols.walked.every((visit) => points.has(visit.pointId) && visit.at <= now)).toBe(true);
    expect(new Set(patrols.walked.map((visit) => `${visit.pointId} ${visit.period}`)).size).toBe(patrols.walked.length);
    expect(patrols.entries.every((entry) => entry.officer !== '' && entry.receivedAt <= now)).toBe(true);
    expect(patrols.entries.some((entry) => entry.kind === 'finding')).toBe(true);
  });

  test('have a year of sums that add up, up to the day on which the lines begin', () => {
    const days = [...patrols.days()];
    expect(days.every((day) => day.visited + day.missed === day.planned && day.day < patrols.since)).toBe(true);
    expect(new Set(days.map((day) => day.day)).size).toBe(358);
  });

  test('have ids of their own', () => {
    const ids = [
      ...patrols.plans.flatMap((plan) => [plan.id, ...plan.points.map((point) => point.id)]),
      ...patrols.entries.map((one) => one.id),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
