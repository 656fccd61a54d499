import type { AreaLevel } from '@gongzhi/contract/territory';
import type { FieldProblem } from '@gongzhi/platform/problems';
import { checkAreaCode } from './area-code.ts';

const reasons = {
  digits: 'an area code has digits only',
  length: 'no level has a code of this length',
  'subdistrict-range': 'digits 7 to 9 number a subdistrict or town and stay below 600 (GB/T 2260)',
  padded: 'the code is filled up with zeros; the short form is wanted',
};
const lengths = '2, 4, 6, 9, 12, 15 or more digits: province, city, district, subdistrict, community, grid, building';

/** What is wrong with a code, or with the level said of it; null where both fit. The level of an area follows from the length of its code. */
export function areaFault(area: { code: string; level: AreaLevel }): FieldProblem | null {
  const check = checkAreaCode(area.code);
  if (!check.valid) return { field: 'code', reason: reasons[check.reason], accepted: check.reason === 'padded' ? check.expected : lengths };
  const level = check.level === 'below-grid' ? 'building' : check.level;
  if (level === area.level) return null;
  return { field: 'level', reason: `a code of ${area.code.length} digits names a ${level}`, accepted: level };
}
