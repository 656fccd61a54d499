/** A path of this site to go back to; `/` for anything that a browser could read as another site. */
export function ownPath(back: string | undefined): string {
  // Browsers read a backslash as a slash and drop tabs and line breaks, so `/\evil` and `/<tab>/evil` would leave.
  if (!back || !/^\/(?!\/)[^\s\\\p{Cc}]*$/u.test(back)) return '/';
  const url = new URL(back, 'http://own.invalid');
  return url.host === 'own.invalid' ? url.pathname + url.search + url.hash : '/';
}
