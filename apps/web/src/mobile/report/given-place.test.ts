import { describe, expect, it } from 'vitest';
import { givenPlace } from './given-place.ts';

describe('a place given in the address', () => {
  it('is taken as it is where nothing is said of its system', async () => {
    expect(await givenPlace({ place: '114.31,30.59', address: '文昌桥' })).toEqual({
      place: { longitude: 114.31, latitude: 30.59 },
      address: '文昌桥',
    });
  });

  it('is moved back to WGS 84 where a mini program or a map app gives it, by some hundred metres', async () => {
    const { place } = (await givenPlace({ place: '114.31,30.59', system: 'gcj02' }))!;
    expect(place.longitude).toBeCloseTo(114.3045, 3);
    expect(place.latitude).toBeCloseTo(30.5924, 3);
    const baidu = (await givenPlace({ place: '114.31,30.59', system: 'BD09' }))!;
    expect(baidu.place.longitude).toBeLessThan(place.longitude);
  });

  it.each([{}, { place: '' }, { place: '1' }, { place: ',' }, { place: '200,10' }, { place: '十,二十' }])(
    'is none in %j',
    async (search) => {
      expect(await givenPlace(search)).toBeNull();
    },
  );
});
