const size = 5000;

/** Gives rows to `write` some thousands at a time, so that a large load is a few statements and none of them is huge. */
export async function inSlices<T>(rows: Iterable<T>, write: (slice: T[]) => Promise<unknown>): Promise<void> {
  let slice: T[] = [];
  for (const row of rows) {
    if (slice.push(row) < size) continue;
    await write(slice);
    slice = [];
  }
  if (slice.length > 0) await write(slice);
}
