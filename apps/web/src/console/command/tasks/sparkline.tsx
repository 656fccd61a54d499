/** A year in a cell: bars by month, told in words to who does not see them. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const most = Math.max(1, ...values);
  return (
    <svg className="tasks-spark" viewBox={`0 0 ${values.length * 6} 20`} role="img" aria-label={`${label}: ${values.join(', ')}`}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a month has no identity but its place
        <rect key={index} x={index * 6 + 1} y={20 - (18 * value) / most - 1} width="4" height={(18 * value) / most + 1} />
      ))}
    </svg>
  );
}
