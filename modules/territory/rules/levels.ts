import { AreaLevel } from '@gongzhi/contract/territory';

/** 0 for a province, growing downwards. */
export function depthOf(level: AreaLevel): number {
  return AreaLevel.options.indexOf(level);
}

/** Why an area of this level cannot lie right below one of that level; null where it can. Levels may be left out, not turned round. */
export function levelFault(level: AreaLevel, parent: { code: string; level: AreaLevel } | null): { reason: string; accepted: string } | null {
  if (!parent || depthOf(level) > depthOf(parent.level)) return null;
  return {
    reason: `a ${level} cannot lie under ${parent.code}, which is a ${parent.level}`,
    accepted: AreaLevel.options.slice(depthOf(parent.level) + 1).join(' | ') || 'an area elsewhere',
  };
}
