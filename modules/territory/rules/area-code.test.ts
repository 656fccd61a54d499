import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestorCodes, checkAreaCode, isWithin, levelOf, parentCode, prefixRange, subdistrictType, withoutPadding } from './area-code.ts';

const grid = '330106001002003';
const codes = fc.constantFrom(2, 4, 6, 9, 12, 15, 18, 20).chain((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)));

describe('an area code', () => {
  it.each([
    ['33', 'province'],
    ['3301', 'city'],
    ['330106', 'district'],
    ['330106001', 'subdistrict'],
    ['330106001002', 'community'],
    [grid, 'grid'],
    [`${grid}01`, 'below-grid'],
    [`${grid}001`, 'below-grid'],
  ])('%s is a %s', (code, level) => {
    expect(levelOf(code)).toBe(level);
    expect(checkAreaCode(code)).toEqual({ valid: true, level });
  });

  it.each([
    ['', 'digits'],
    ['33010a', 'digits'],
    ['330106 ', 'digits'],
    ['３３０１０６', 'digits'],
    ['3301060', 'length'],
    ['330106001002003'.repeat(3), 'length'],
    ['330106600', 'subdistrict-range'],
  ])('%j is refused for its %s', (code, reason) => {
    expect(checkAreaCode(code)).toEqual({ valid: false, reason });
  });

  it('filled up with zeros is refused with the short form', () => {
    expect(checkAreaCode('330106000000')).toEqual({ valid: false, reason: 'padded', expected: '330106' });
    expect(checkAreaCode('330100')).toEqual({ valid: false, reason: 'padded', expected: '3301' });
    expect(withoutPadding('330000000000')).toBe('33');
  });

  it('keeps zeros that stand for a level left out, and passes over that level on the way up', () => {
    expect(checkAreaCode('330106000001')).toEqual({ valid: true, level: 'community' });
    expect(parentCode('330106000001')).toBe('330106');
  });

  it('begins with the code of each area above it', () => {
    expect(ancestorCodes(`${grid}01`)).toEqual([grid, '330106001002', '330106001', '330106', '3301', '33']);
    expect(parentCode('33')).toBeNull();
    expect(parentCode(`${grid}001`)).toBe(grid);
    expect(parentCode(`${grid}0010`)).toBe(`${grid}001`);
    fc.assert(fc.property(codes, (code) => ancestorCodes(code).every((ancestor) => isWithin(code, ancestor) && !isWithin(ancestor, code))));
  });

  it('lies within itself and within the country, not within a neighbour', () => {
    expect(isWithin(grid, grid)).toBe(true);
    expect(isWithin(grid, '')).toBe(true);
    expect(isWithin(grid, '330106002')).toBe(false);
    expect(isWithin('330106', grid)).toBe(false);
  });
});

describe('the range of codes within an area', () => {
  it('ends after the last digit, even after a nine', () => {
    expect(prefixRange('330106')).toEqual({ from: '330106', below: '330107' });
    expect(prefixRange('330109')).toEqual({ from: '330109', below: '33010:' });
  });

  it('holds exactly the codes that begin with it, compared byte by byte', () => {
    fc.assert(
      fc.property(codes, fc.oneof(fc.constant(''), codes), fc.boolean(), (code, area, related) => {
        const ancestor = related ? code.slice(0, area.length) : area;
        const { from, below } = prefixRange(ancestor);
        const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(bytes(code, from) >= 0 && bytes(code, below) < 0).toBe(code.startsWith(ancestor));
      }),
    );
  });
});

describe('the type of a subdistrict', () => {
  it.each([
    ['330106001', 'subdistrict'],
    ['330106099', 'subdistrict'],
    ['330106100', 'town'],
    ['330106199', 'town'],
    ['330106200', 'township'],
    ['330106399', 'township'],
    ['330106400', 'joint-enterprise'],
    ['330106599', 'joint-enterprise'],
    ['330106000', null],
    ['330106600', null],
    ['330106', null],
    ['330106100002', 'town'],
  ])('of %s is %s', (code, type) => {
    expect(subdistrictType(code)).toBe(type);
  });
});
