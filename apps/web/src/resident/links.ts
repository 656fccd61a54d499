/** A follow link that this browser has seen; the only way back to a report that was sent without signing in. */
export interface KeptLink {
  number: string;
  token: string;
  title?: string | undefined;
  at: string;
}

const storageKey = 'gongzhi.links';
const most = 50;

export function keptLinks(): KeptLink[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((link) => typeof link?.number === 'string' && typeof link?.token === 'string') : [];
  } catch {
    return [];
  }
}

const keep = (links: KeptLink[]): void => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(links.slice(0, most)));
  } catch {
    // A private window keeps nothing; the page itself still shows the link.
  }
};

/** Remembers a link once; what is known of it already stays unless `link` says it anew. */
export function rememberLink(link: KeptLink): void {
  const links = keptLinks();
  const known = links.find(({ number }) => number === link.number);
  if (known && known.token === link.token && (link.title === undefined || link.title === known.title)) return;
  keep([{ ...known, ...link, title: link.title ?? known?.title }, ...links.filter(({ number }) => number !== link.number)]);
}

export const forgetLink = (number: string): void => keep(keptLinks().filter((link) => link.number !== number));
export const linkAddress = (token: string): string => `${location.origin}/follow/${token}`;
