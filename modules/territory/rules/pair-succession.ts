/**
 * Which ended area is followed by which begun one. A split or a merge joins the one with each of the many; where several end and
 * several begin, those that share ground (as told by `shares`) belong together, and an area that shares with none, with all.
 */
export function pairSuccession(
  ended: readonly string[],
  begun: readonly string[],
  shares: (ended: string, begun: string) => boolean,
): { ended: string; begun: string }[] {
  const several = ended.length > 1 && begun.length > 1;
  const follows = (old: string, next: string) =>
    !several || shares(old, next) || !begun.some((other) => shares(old, other)) || !ended.some((other) => shares(other, next));
  return ended.flatMap((old) => begun.filter((next) => follows(old, next)).map((next) => ({ ended: old, begun: next })));
}
