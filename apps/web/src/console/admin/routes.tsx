import type { Page } from '../../shell/area.ts';

/** Pages of administration, inside the console's frame. */
export const adminPages: readonly Page[] = [];
