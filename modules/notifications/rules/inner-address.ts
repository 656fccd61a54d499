import { BlockList, isIP } from 'node:net';

/** Networks that no stranger's address should lead us into: ourselves, the house, the provider's metadata (IANA special-purpose registries). */
const inner = new BlockList();
for (const [net, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, length, 'ipv4');
for (const [net, length] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, length, 'ipv6');

/** The IPv4 address that an IPv6 one carries inside: mapped, or translated by the well-known prefix. */
function carried(address: string): string | null {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const match = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(groups);
  if (!match) return null;
  const [high, low] = [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Whether an IP address lies in the house: loopback, private, link-local, shared, multicast or reserved. What is no address is inner too. */
export function isInner(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return inner.check(address, 'ipv4');
  if (family !== 6) return true;
  const inside = carried(address.split('%')[0]!);
  return inside === null ? inner.check(address.split('%')[0]!, 'ipv6') : inner.check(inside, 'ipv4');
}
