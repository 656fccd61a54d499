declare module 'vt-pbf' {
  interface TileFeature {
    id?: number;
    /** 1 is a point. */
    type: 1;
    /** Inside the tile, 0 to the extent, downward. */
    geometry: [number, number][];
    tags: Record<string, string | number | boolean | null>;
  }
  interface Encoder {
    fromGeojsonVt(layers: Record<string, { features: TileFeature[] }>, options: { version: 2; extent: number }): Uint8Array;
  }
  const encoder: Encoder;
  export default encoder;
}
