import { describe, expect, it } from 'vitest';
import { samePlace, sameTopic } from './alike.ts';

const row = (number: string, areaCode: string, at: [number, number] | null, category: string | null = null) => ({
  number,
  title: number,
  areaCode,
  category,
  location: at && { longitude: at[0], latitude: at[1] },
});
const here = row('here', 'g1', [120, 30], '0101');
const rows = [here, row('door', 'g2', [120.001, 30]), row('far', 'g1', [120.01, 30], '0101'), row('unplaced', 'g1', null, '0202')];

describe('cases that can be handled at one go', () => {
  it('are at the same place when they are near, or in the same grid where a point is missing', () => {
    expect(samePlace(rows, here)).toEqual(['here', 'door', 'unplaced']);
    expect(samePlace(rows, rows[3]!)).toEqual(['here', 'far', 'unplaced']);
  });

  it('are about the same thing by the category that they have or would get', () => {
    const topicOf = ({ number, category }: { number: string; category: string | null }) => category ?? (number === 'door' ? '0101' : null);
    expect(sameTopic(rows, here, topicOf)).toEqual(['here', 'door', 'far']);
    expect(sameTopic(rows, row('none', 'g1', null), () => null)).toEqual([]);
  });
});
