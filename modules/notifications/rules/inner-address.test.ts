import { describe, expect, test } from 'vitest';
import { isInner } from './inner-address.ts';

describe('an address in the house', () => {
  test.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    'localhost',
    '',
  ])('is told: %s', (address) => expect(isInner(address)).toBe(true));

  test.each(['8.8.8.8', '172.32.0.1', '172.15.0.1', '192.169.0.1', '100.63.0.1', '2400:3200::1', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    'is not this one: %s',
    (address) => expect(isInner(address)).toBe(false),
  );
});
