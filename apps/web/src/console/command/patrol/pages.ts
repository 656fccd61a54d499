import type { Page } from '../../../shell/area.ts';

export const patrolPages: Page[] = [];
