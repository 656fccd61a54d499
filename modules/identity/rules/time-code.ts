import { Secret, TOTP } from 'otpauth';

const period = 30;
const totp = (secret: string, label: string) =>
  new TOTP({ issuer: 'Gongzhi', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });

/** A fresh secret of 160 bits, base32 (RFC 6238 as every authenticator application has it). */
export const makeTimeSecret = (): string => new Secret({ size: 20 }).base32;

/** What the authenticator application scans. */
export const enrolmentUrl = (secret: string, username: string): string => totp(secret, username).toString();

/** The time step to which a code belongs, one step of clock drift allowed to either side; null when it belongs to none of the three. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}
