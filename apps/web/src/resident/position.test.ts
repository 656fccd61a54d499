import { describe, expect, it } from 'vitest';
import { distanceText, metresBetween } from './position.ts';

describe('distances', () => {
  it('agree with a degree of the meridian', () => {
    expect(metresBetween({ longitude: 114, latitude: 30 }, { longitude: 114, latitude: 31 })).toBeCloseTo(111_195, -1);
    expect(metresBetween({ longitude: 114, latitude: 30 }, { longitude: 114, latitude: 30 })).toBe(0);
  });

  it('are told as exactly as a walk needs', () => {
    expect([2, 87, 998, 1240, 15_600].map(distanceText)).toEqual(['5 m', '85 m', '1000 m', '1.2 km', '16 km']);
  });
});
