/** How a text was judged against what a person decided. `confidence` is that of the first label. */
export interface Judged {
  truth: string;
  said: string | null;
  confidence: number;
  answered: boolean;
}

export interface LabelMeasures {
  precision: number;
  recall: number;
  f1: number;
  rows: number;
}

/** Shares are from 0 to 1 and are null where there is nothing to divide by. */
export interface Measures {
  rows: number;
  /** Share of right first labels, whether sure or not. */
  accuracy: number | null;
  macroF1: number | null;
  /** Expected calibration error over ten bins of equal width. */
  ece: number | null;
  /** Share on which it was sure enough to answer, and the share of right answers among them. */
  coverage: number | null;
  answeredAccuracy: number | null;
  /** Right among the surest nine tenths, whatever the threshold. */
  accuracyOfSurest90: number | null;
  labels: Record<string, LabelMeasures>;
  /** True label → said label → how many; `?` where nothing could be said. */
  confusion: Record<string, Record<string, number>>;
}

const bins = 10;
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** Measures of judged texts. A label that never occurred and was never said does not count for the macro F1. */
export function measure(judged: readonly Judged[]): Measures {
  const confusion = new Map<string, Map<string, number>>();
  const right = new Map<string, number>();
  const truths = new Map<string, number>();
  const saids = new Map<string, number>();
  const filled = Array.from({ length: bins }, () => ({ rows: 0, right: 0, confidence: 0 }));
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  let answered = 0;
  let answeredRight = 0;
  for (const { truth, said, confidence, answered: sure } of judged) {
    const row = confusion.get(truth) ?? new Map<string, number>();
    confusion.set(truth, row);
    add(row, said ?? '?');
    add(truths, truth);
    if (said !== null) add(saids, said);
    const hit = said === truth;
    if (hit) add(right, truth);
    const bin = filled[Math.min(bins - 1, Math.floor(confidence * bins))] as (typeof filled)[number];
    bin.rows += 1;
    bin.confidence += confidence;
    if (hit) bin.right += 1;
    if (sure) {
      answered += 1;
      if (hit) answeredRight += 1;
    }
  }
  const labels: Record<string, LabelMeasures> = {};
  for (const label of [...new Set([...truths.keys(), ...saids.keys()])].sort()) {
    const hits = right.get(label) ?? 0;
    const rows = truths.get(label) ?? 0;
    const said = saids.get(label) ?? 0;
    labels[label] = { precision: hits / Math.max(1, said), recall: hits / Math.max(1, rows), f1: (2 * hits) / (rows + said), rows };
  }
  const hits = [...right.values()].reduce((sum, count) => sum + count, 0);
  const f1 = Object.values(labels).map((label) => label.f1);
  const surest = [...judged].sort((a, b) => b.confidence - a.confidence).slice(0, Math.round(judged.length * 0.9));
  return {
    rows: judged.length,
    accuracy: share(hits, judged.length),
    macroF1: share(
      f1.reduce((sum, value) => sum + value, 0),
      f1.length,
    ),
    ece: share(
      filled.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0),
      judged.length,
    ),
    coverage: share(answered, judged.length),
    answeredAccuracy: share(answeredRight, answered),
    accuracyOfSurest90: share(surest.filter((one) => one.said === one.truth).length, surest.length),
    labels,
    confusion: Object.fromEntries([...confusion].map(([truth, row]) => [truth, Object.fromEntries(row)])),
  };
}
