import { describe, expect, it } from 'vitest';
import { type Boundary, insertAfter, moveVertex, readBoundary, removeVertex, verticesOf } from './boundary.ts';

const square: Boundary = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ],
};

describe('reading a boundary', () => {
  it('finds the one surface in a geometry, a feature or a collection', () => {
    const feature = { type: 'Feature', properties: {}, geometry: square };
    for (const given of [square, feature, { type: 'FeatureCollection', features: [feature] }])
      expect(readBoundary(JSON.stringify(given))).toEqual({ boundary: square });
  });

  it('says why it finds none', () => {
    expect(readBoundary('{')).toEqual({ flaw: 'notJson' });
    expect(readBoundary('{"type":"Point","coordinates":[1,2]}')).toEqual({ flaw: 'noSurface' });
    expect(readBoundary(JSON.stringify({ type: 'GeometryCollection', geometries: [square, square] }))).toEqual({ flaw: 'several' });
  });
});

describe('changing vertices', () => {
  it('a ring stays closed when its first vertex moves', () => {
    const moved = moveVertex(square, [0, 0, 0], [-1, -1]);
    expect(moved.coordinates[0]).toEqual([
      [-1, -1],
      [2, 0],
      [2, 2],
      [0, 2],
      [-1, -1],
    ]);
    expect(square.coordinates[0]![0]).toEqual([0, 0]);
  });

  it('a new vertex stands half-way to the next, also behind the last', () => {
    expect(verticesOf(insertAfter(square, [0, 0, 0]))[1]!.at).toEqual([1, 0]);
    expect(verticesOf(insertAfter(square, [0, 0, 3]))[4]!.at).toEqual([0, 1]);
  });

  it('a triangle loses no vertex', () => {
    const triangle = removeVertex(square, [0, 0, 1]);
    expect(verticesOf(triangle)).toHaveLength(3);
    expect(verticesOf(removeVertex(triangle, [0, 0, 0]))).toHaveLength(3);
  });
});
