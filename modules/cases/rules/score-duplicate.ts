/** How another case compares to one that is being recorded. */
export interface Compared {
  /** Between the two places; null where one of them is unknown. */
  metres: number | null;
  /** Between the openings. */
  hours: number;
  /** Likeness of the wording, 0 to 1. */
  wording: number;
  sameCategory: boolean;
  sameGrid: boolean;
}

export interface DuplicateScore {
  /** 0 to 1: how much speaks for one and the same problem. Not a probability; a person decides. */
  score: number;
  /** In words, the strongest first. */
  reasons: string[];
}

/** Below this nobody is bothered with it. */
export const worthShowing = 0.3;

const near = 60;
const fortnight = 14 * 24;

/**
 * Weighs place, time, wording and category. The same place alone is not enough: one corner has many troubles; the same words alone are
 * not either: rubbish is reported everywhere. Together they are.
 */
export function scoreDuplicate({ metres, hours, wording, sameCategory, sameGrid }: Compared): DuplicateScore {
  const place = metres === null ? (sameGrid ? 0.4 : 0) : Math.exp(-metres / near / 2);
  const time = Math.exp(-hours / fortnight);
  const parts = [
    { weight: 0.4 * place, reason: placeReason(metres, sameGrid) },
    { weight: 0.35 * Math.min(1, wording * 2), reason: wording >= 0.15 ? `文字相似度 ${Math.round(wording * 100)}%` : null },
    { weight: sameCategory ? 0.15 : 0, reason: sameCategory ? '类别相同' : null },
    { weight: 0.1 * time, reason: timeReason(hours) },
  ];
  // Neither near nor alike in words: a common category on the same day says nothing.
  const carried = place >= 0.2 || wording >= 0.3;
  return {
    score: carried ? Math.round(parts.reduce((sum, part) => sum + part.weight, 0) * 1000) / 1000 : 0,
    reasons: parts.sort((a, b) => b.weight - a.weight).flatMap((part) => (part.reason && part.weight > 0 ? [part.reason] : [])),
  };
}

function placeReason(metres: number | null, sameGrid: boolean): string | null {
  if (metres !== null) return metres < 10 ? '同一地点' : `相距 ${Math.round(metres / 10) * 10} 米`;
  return sameGrid ? '同一网格' : null;
}

function timeReason(hours: number): string {
  if (hours < 1) return '不到 1 小时前后';
  return hours < 48 ? `相隔 ${Math.round(hours)} 小时` : `相隔 ${Math.round(hours / 24)} 天`;
}
