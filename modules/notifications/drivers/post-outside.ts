import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInner } from '../rules/inner-address.ts';

/** The address that was found lies in the house. */
export class InnerAddress extends Error {
  override name = 'InnerAddress';
}

/**
 * Looks a name up and refuses when any of its addresses lies in the house. It stands in the connection itself: a name that is asked twice may
 * answer differently the second time.
 */
const outsideOnly: LookupFunction = (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    if (found.some(({ address }) => isInner(address))) return done(new InnerAddress(name), []);
    if (options.all) return done(null, found);
    const [first] = found;
    done(null, first?.address ?? '', first?.family);
  });

/** Whether an address of the web is certain to lead into the house, before anything is asked of it. */
export function leadsInside(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? isInner(host) : /(^|\.)localhost\.?$/i.test(host);
}

/**
 * Posts a body and gives the status; the answer's body is not read and a redirect is not followed. Fails with InnerAddress where the address
 * leads into the house and that is not allowed, and with TimeoutError after `timeout` milliseconds.
 */
export function postOutside(
  url: string,
  headers: Record<string, string>,
  body: string,
  { timeout, inside }: { timeout: number; inside: boolean },
): Promise<number> {
  if (!inside && leadsInside(url)) return Promise.reject(new InnerAddress(url));
  return new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    const asked = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal: AbortSignal.timeout(timeout),
        ...(inside ? {} : { lookup: outsideOnly }),
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    asked.once('error', (error) => reject(error.name === 'AbortError' ? ((error as Error & { cause?: Error }).cause ?? error) : error));
    asked.end(body);
  });
}
