const unwelcome = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff<>:"|?*/\\]/g;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 100;

/**
 * A name for a file that no system trips over: no path, no control or invisible characters (also those that turn the direction of writing,
 * by which "gpj.exe" is made to look like "exe.jpg"), no names reserved by Windows, at most 100 characters, ending in `extension`.
 */
export function safeName(name: string, extension: string, alike: readonly string[] = []): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  let stem = last.replace(unwelcome, '').replace(/\s+/g, ' ').trim();
  const dot = stem.lastIndexOf('.');
  const written = dot > 0 ? stem.slice(dot + 1).toLowerCase() : '';
  const right = written === extension || alike.includes(written);
  // An ending that says something else is replaced; one that is no ending ("report v1.2") is kept.
  if (right || /^[a-z][a-z0-9]{0,4}$/.test(written)) stem = stem.slice(0, dot);
  stem = stem.replace(/^[. ]+|[. ]+$/g, '');
  if (stem === '') stem = 'file';
  if (reserved.test(stem)) stem = `_${stem}`;
  const ending = right ? written : extension;
  const room = LONGEST - ending.length - 1;
  return `${stem.slice(0, room).replace(/[\ud800-\udbff]$/, '')}.${ending}`;
}

/** The ending of a name in small letters, without the dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
