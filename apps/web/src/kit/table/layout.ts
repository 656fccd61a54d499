/** Pixels; a narrower column cannot be read, a wider one pushes the others out of sight. */
export const narrowest = 60;
export const widest = 640;
const usual = 160;

export interface Placed {
  key: string;
  width: number;
}
interface Known {
  key: string;
  width?: number;
  hidden?: boolean;
}

const bounded = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)));

/**
 * Which columns stand where and how wide, out of texts as views keep them: `title`, or `title:280` where a width was chosen. Columns
 * that no longer exist are left out; nothing kept means the columns as they are declared.
 */
export function readLayout(kept: readonly string[] | undefined, columns: readonly Known[]): Placed[] {
  const declared = (key: string, width?: number): Placed[] => {
    const found = columns.find((column) => column.key === key);
    return found ? [{ key, width: bounded(width ?? found.width ?? usual) }] : [];
  };
  const read = [...new Map((kept ?? []).map((text) => text.split(':') as [string, string | undefined])).entries()].flatMap(([key, width]) =>
    declared(key, Number(width) > 0 ? Number(width) : undefined),
  );
  return read.length > 0 ? read : columns.filter(({ hidden }) => !hidden).flatMap(({ key }) => declared(key));
}

/** The texts of a layout; widths only where they differ from the declared ones. */
export function writeLayout(layout: readonly Placed[], columns: readonly Known[]): string[] {
  return layout.map(({ key, width }) => (columns.find((column) => column.key === key)?.width === width ? key : `${key}:${width}`));
}

/** The layout with other columns shown: those that stay keep their place, new ones come last. */
export function showing(layout: readonly Placed[], keys: readonly string[], columns: readonly Known[]): Placed[] {
  const stay = layout.filter(({ key }) => keys.includes(key));
  const come = keys.filter((key) => !layout.some((one) => one.key === key));
  return [...stay, ...(come.length > 0 ? readLayout(come, columns) : [])];
}

/** The layout with one column before or after another one. */
export function moved(layout: readonly Placed[], key: string, to: number): Placed[] {
  const one = layout.find((column) => column.key === key);
  if (!one) return [...layout];
  const rest = layout.filter((column) => column.key !== key);
  const at = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, at), one, ...rest.slice(at)];
}

export function widened(layout: readonly Placed[], key: string, width: number): Placed[] {
  return layout.map((column) => (column.key === key ? { key, width: bounded(width) } : column));
}
