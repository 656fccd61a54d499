// Costly to make, so made once.
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The first character only, then always two stars: neither the rest nor its length shows. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  const [first] = graphemes.segment(trimmed);
  // A name of one character would be shown whole.
  if (!first || first.segment.length === trimmed.length || /[\d@+]/.test(first.segment)) return '**';
  return `${first.segment}**`;
}

/** The first three and last four digits of a mobile number, less of a shorter one; four or more digits never show. */
export function maskPhone(normalised: string): string {
  if (normalised.length >= 11) return `${normalised.slice(0, 3)}****${normalised.slice(-4)}`;
  if (normalised.length >= 8) return `${normalised.slice(0, 2)}****${normalised.slice(-2)}`;
  return `****${normalised.slice(-2)}`;
}

/** How somebody without name and telephone appears. */
export const nobody = '匿名';
/** How somebody appears whose data were deleted. */
export const erased = '已删除';
