/** How cases are drawn: gathered by place, or as heat. */
export const ways = ['marks', 'heat'] as const;
export type Way = (typeof ways)[number];
