/** So many reports of one topic in one area on one day; days count from the first of the baseline. */
export interface Cell {
  area: string;
  day: number;
  count: number;
}

/** More reports in a place and a time than the place and the time have by themselves. */
export interface Cluster {
  /** The areas of the zone, its middle first. */
  areas: string[];
  /** Days of the window, both inclusive. */
  from: number;
  to: number;
  observed: number;
  expected: number;
  /** Logarithm of the likelihood ratio: what clusters are ranked by. */
  strength: number;
  /** Share of the random arrangements whose strongest cluster is as strong. */
  p: number;
}

export interface ScanOptions {
  /** Days of the baseline; the window always ends with the last of them, since only what still goes on is to be acted upon. */
  days: number;
  longest: number;
  /** Zones to look at: an area with 0, 1, 2 … of its nearest neighbours. */
  zones: readonly (readonly string[])[];
  /** How often the days of the reports are shuffled; with 99 no p is under 0.01. */
  replicas: number;
  /** Clusters with fewer reports are nobody's business. */
  least: number;
  random: () => number;
}

/** Logarithm of the likelihood ratio of `c` where `e` were expected, of `total` (Kulldorff 2005); 0 where there are not more than expected. */
export function strengthOf(c: number, e: number, total: number): number {
  if (e <= 0 || c <= e) return 0;
  return c * Math.log(c / e) + (total > c ? (total - c) * Math.log((total - c) / (total - e)) : 0);
}

/**
 * The prospective space-time permutation scan (Kulldorff et al. 2005): what a zone and a window should hold follows from how many reports the
 * zone and the days have altogether, so that a busy place or a busy day is no cluster, and no population is needed. Significance is found by
 * shuffling the days among the reports. Clusters that share an area with a stronger one are left out.
 */
export function scanSpaceTime(cells: readonly Cell[], options: ScanOptions): Cluster[] {
  const { days, longest, zones, replicas, least, random } = options;
  const areas = [...new Set(cells.map((cell) => cell.area))].sort();
  const index = new Map(areas.map((area, position) => [area, position]));
  const places: number[] = [];
  const when: number[] = [];
  for (const { area, day, count } of cells)
    for (let n = 0; n < count; n += 1) {
      places.push(index.get(area) as number);
      when.push(day);
    }
  const total = places.length;
  if (total < least) return [];
  const members = zones.map((zone) => zone.map((area) => index.get(area)).filter((position) => position !== undefined));
  const perArea = new Float64Array(areas.length);
  for (const place of places) perArea[place] = (perArea[place] as number) + 1;
  const ofZone = members.map((zone) => zone.reduce((sum, place) => sum + (perArea[place] as number), 0));
  const perDay = new Float64Array(days);
  for (const day of when) perDay[day] = (perDay[day] as number) + 1;

  // Reports of each area in the last 1, 2, … days.
  const recent = new Float64Array(areas.length * longest);
  const count = (moments: readonly number[]) => {
    recent.fill(0);
    for (let n = 0; n < total; n += 1) {
      const back = days - 1 - (moments[n] as number);
      if (back < longest) {
        const at = (places[n] as number) * longest + back;
        recent[at] = (recent[at] as number) + 1;
      }
    }
  };
  const visit = (see: (zone: number, length: number, observed: number, expected: number) => void) => {
    for (let zone = 0; zone < members.length; zone += 1) {
      if (ofZone[zone] === 0) continue;
      let observed = 0;
      let window = 0;
      for (let length = 1; length <= longest; length += 1) {
        for (const place of members[zone] as number[]) observed += recent[place * longest + length - 1] as number;
        window += perDay[days - length] as number;
        see(zone, length, observed, ((ofZone[zone] as number) * window) / total);
      }
    }
  };

  count(when);
  const found: Omit<Cluster, 'p'>[] = [];
  visit((zone, length, observed, expected) => {
    const strength = observed >= least ? strengthOf(observed, expected, total) : 0;
    if (strength > 0)
      found.push({ areas: [...(zones[zone] as readonly string[])], from: days - length, to: days - 1, observed, expected, strength });
  });
  found.sort((a, b) => b.strength - a.strength);
  const taken = new Set<string>();
  const apart = found.filter((cluster) => {
    if (cluster.areas.some((area) => taken.has(area))) return false;
    for (const area of cluster.areas) taken.add(area);
    return true;
  });

  const strongest: number[] = [];
  for (let replica = 0; replica < (apart.length > 0 ? replicas : 0); replica += 1) {
    for (let n = total - 1; n > 0; n -= 1) {
      const other = Math.floor(random() * (n + 1));
      const kept = when[n] as number;
      when[n] = when[other] as number;
      when[other] = kept;
    }
    count(when);
    let best = 0;
    visit((_zone, _length, observed, expected) => {
      if (observed >= least) best = Math.max(best, strengthOf(observed, expected, total));
    });
    strongest.push(best);
  }
  return apart.map((cluster) => ({
    ...cluster,
    p: (1 + strongest.filter((one) => one >= cluster.strength).length) / (strongest.length + 1),
  }));
}
