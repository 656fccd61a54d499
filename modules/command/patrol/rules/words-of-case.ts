interface Told {
  kind: string;
  text: string;
  point: string | null;
  details: { answers?: { item: string; ok: boolean; note?: string }[] };
}

/** What a case says that comes of an entry: the words of the officer, where it was, and what was not in order. Empty where there is nothing. */
export function wordsOfCase(entry: Told, nameOf: (item: string) => string): string {
  const failed = (entry.details.answers ?? []).filter((answer) => !answer.ok);
  const lines = [entry.text, ...failed.map((answer) => `${nameOf(answer.item)}：不符合${answer.note ? `（${answer.note}）` : ''}`)].filter(
    (line) => line !== '',
  );
  if (lines.length === 0) return '';
  return `${entry.point ? `【${entry.point}】` : ''}${lines.join('\n')}`;
}
