import { describe, expect, it } from 'vitest';
import { canonicalCitizenNumber, checkCitizenNumber } from './citizen-number.ts';

describe('a citizen number', () => {
  it.each([
    ['11010519491231002X', '1949-12-31'],
    ['440524188001010014', '1880-01-01'],
  ])('%s is valid and tells the birth date', (number, birthDate) => {
    expect(checkCitizenNumber(number)).toEqual({ valid: true, birthDate });
  });

  it('with a wrong check character is told the right one', () => {
    expect(checkCitizenNumber('110105194912310021')).toEqual({ valid: false, reason: 'check', expected: 'X' });
    expect(checkCitizenNumber('44052418800101001X')).toEqual({ valid: false, reason: 'check', expected: '4' });
  });

  it('with any one digit changed is refused', () => {
    for (let position = 0; position < 17; position++) {
      for (let shift = 1; shift < 10; shift++) {
        const number = '440524188001010014';
        const wrong = number.slice(0, position) + ((Number(number[position]) + shift) % 10) + number.slice(position + 1);
        expect(checkCitizenNumber(wrong).valid, wrong).toBe(false);
      }
    }
  });

  it.each(['11010519491331002X', '11010519490230002X', '11010519490229002X', '11010500000101002X', '11010519490100002X'])(
    '%s is refused for a birth date that never was',
    (number) => {
      expect(checkCitizenNumber(number)).toEqual({ valid: false, reason: 'birth-date' });
    },
  );

  it('of somebody born tomorrow is refused once today is known', () => {
    expect(checkCitizenNumber('11010519491231002X', '1949-12-30')).toEqual({ valid: false, reason: 'birth-date' });
    expect(checkCitizenNumber('11010519491231002X', '1949-12-31').valid).toBe(true);
  });

  it('of fifteen digits, or with letters, is refused', () => {
    expect(checkCitizenNumber('110105491231002')).toEqual({ valid: false, reason: 'length' });
    expect(checkCitizenNumber('1101051949123100AX')).toEqual({ valid: false, reason: 'characters' });
    expect(checkCitizenNumber('11010519491231002x')).toEqual({ valid: false, reason: 'characters' });
    expect(checkCitizenNumber('１１０１０５１９４９１２３１００２Ｘ')).toEqual({ valid: false, reason: 'characters' });
  });

  it('has one canonical writing', () => {
    expect(canonicalCitizenNumber(' 110105 19491231 002x\n')).toBe('11010519491231002X');
  });
});
