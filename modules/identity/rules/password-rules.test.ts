import { expect, test } from 'vitest';
import { passwordFaults } from './password-rules.ts';
import { makePassword } from './secret.ts';

test.each(['Osmanthus-7-tower', '桂花树下Tower7', 'correct horse 9 Battery', 'kV7#qLw2!pZ'])('%s is good', (password) => {
  expect(passwordFaults(password, 'wang.li')).toEqual([]);
});

test.each([
  ['Ab1-', 'shorter than 10 characters'],
  ['abcdefghij12', 'fewer than three of: lower case, upper case, digits, other characters'],
  ['Wang.Li-2026-x', 'contains the username'],
  ['Aa1Aa1Aa1Aa1', 'too few different characters'],
  [`Aa1-${'x'.repeat(300)}`, 'longer than 200 characters'],
])('%s is refused: %s', (password, reason) => {
  expect(passwordFaults(password, 'wang.li')).toContain(reason);
});

test.each([
  'Password123',
  'P@ssw0rd123!',
  'Admin@123456',
  'Admin123456!',
  'Qwerty12345',
  '1qaz@WSX3edc',
  'Abc123456789',
  'Huawei@12345',
  'Aa123456789.',
  'Gongzhi@2026',
  'Welcome2026!',
  'Test@20260101',
])('%s is one that everybody tries', (password) => {
  expect(passwordFaults(password, 'wang.li')).toContain('one of the passwords that everybody tries first');
});

test('a password that the product makes up passes its own rules', () => {
  for (let n = 0; n < 200; n++) expect(passwordFaults(makePassword(), 'wang.li')).toEqual([]);
});

test('full-width and half-width letters are one password', () => {
  expect(passwordFaults('Ａdmin@123456', 'wang.li')).toContain('one of the passwords that everybody tries first');
});
