import type { cases } from '@gongzhi/contract/cases';
import type { Permission } from '@gongzhi/contract/permissions';
import type { AnswerOf } from '@gongzhi/contract/route';

export type Counts = AnswerOf<typeof cases.workbench>['counts'];
export interface Tile {
  count: keyof Counts;
  tone: 'late' | 'turn' | 'busy';
  /** Who has such work at all; everybody where it is missing. */
  needs?: Permission;
  /** The page that holds what is counted, where it is not the list of cases. */
  to?: '/console/call-back';
  /** The filters of the list that holds what is counted. */
  search: Record<string, string>;
}

/** The counts of the workbench as filters of the list. `units` are the organisations of the person's posts. */
export function tilesOf(units: readonly string[]): Tile[] {
  return [
    { count: 'overdue', tone: 'late', search: { mine: 'true', open: 'true', overdue: 'true', sort: 'dueAt' } },
    { count: 'dueToday', tone: 'late', search: { mine: 'true', due: 'today', sort: 'dueAt' } },
    { count: 'toDecide', tone: 'turn', needs: 'case.dispatch', search: { pending: 'true', sort: 'dueAt' } },
    {
      count: 'toSign',
      tone: 'turn',
      needs: 'case.handle',
      search: { mine: 'true', state: 'dispatched', ...(units.length > 0 ? { organisation: units.join(',') } : {}) },
    },
    { count: 'toFile', tone: 'turn', needs: 'case.file', search: { state: 'recorded', sort: 'dueAt' } },
    { count: 'toDispatch', tone: 'turn', needs: 'case.dispatch', search: { state: 'filed', sort: 'dueAt' } },
    { count: 'toVerify', tone: 'turn', needs: 'case.verify', search: { state: 'answered,verified', sort: 'dueAt' } },
    { count: 'toCallBack', tone: 'turn', needs: 'case.call-back', to: '/console/call-back', search: {} },
    { count: 'mine', tone: 'busy', search: { mine: 'true', open: 'true' } },
  ];
}
