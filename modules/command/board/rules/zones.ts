interface Centred {
  code: string;
  center: readonly [number, number] | null;
}

/** Each area alone and with up to `most` nearest neighbours: the round zones that a scan looks at. Areas without a centre stand alone. */
export function zonesOf(areas: readonly Centred[], most: number): string[][] {
  const zones: string[][] = [];
  for (const { code, center } of areas) {
    zones.push([code]);
    if (!center) continue;
    const [x, y] = center;
    const narrow = Math.cos((y * Math.PI) / 180);
    const near = areas
      .flatMap((other) =>
        other.code === code || !other.center
          ? []
          : [{ code: other.code, far: ((other.center[0] - x) * narrow) ** 2 + (other.center[1] - y) ** 2 }],
      )
      .sort((a, b) => a.far - b.far)
      .slice(0, most);
    for (let n = 1; n <= near.length; n += 1) zones.push([code, ...near.slice(0, n).map((one) => one.code)]);
  }
  return zones;
}
