import type { BoardRules } from '@gongzhi/contract/board';

/** What is watched until somebody changes it. */
export const shippedRules: BoardRules = {
  thresholds: [
    { id: 'reported-half-more', figure: 'reported', limit: 150, active: true },
    { id: 'overdue-many', figure: 'overdue', limit: 300, active: true },
    { id: 'hot-spot', figure: 'hot-spot', limit: 8, active: true },
  ],
  scan: { days: 28, longest: 7, least: 5, p: 0.05 },
};
