/** Fewer than so many are not shown: a cell of few tells about persons. */
export const smallest = 5;

/**
 * Hides small cells of one line of a table whose total is shown, and as many of the next larger ones that no hidden cell can be computed from
 * the total: at least two are hidden, or none, and together they are not small themselves. Where too few cells are there, all are hidden.
 */
export function suppress(cells: readonly number[]): (number | null)[] {
  const hidden = cells.map((count) => count < smallest);
  const inOrder = cells.map((_, i) => i).sort((a, b) => (cells[a] as number) - (cells[b] as number));
  const insufficient = () => {
    const some = cells.filter((_, i) => hidden[i]);
    return some.length > 0 && (some.length < 2 || some.reduce((sum, count) => sum + count, 0) < smallest);
  };
  for (const i of inOrder) {
    if (!insufficient()) break;
    hidden[i] = true;
  }
  return cells.map((count, i) => (hidden[i] ? null : count));
}
