import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

const keyOf = (key: Buffer, kind: string, value: string) => createHmac('sha256', key).update(`${kind}\n${value}`).digest();

/** Under which failures of a username are counted; the username itself is not kept. */
export const usernameKey = (key: Buffer, username: string) => keyOf(key, 'username', username);

/** Under which failures of a network address are counted. */
export const addressKey = (key: Buffer, address: string) => keyOf(key, 'address', neighbourhood(address));

/** One subscriber of IPv6 has a whole /64 to come from; of IPv4 it is the address. */
export function neighbourhood(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4) return v4;
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.toLowerCase().split('%')[0]!.split('::');
  const front = before.split(':').filter(Boolean);
  const back = (after ?? '').split(':').filter(Boolean);
  const zeros = after === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
