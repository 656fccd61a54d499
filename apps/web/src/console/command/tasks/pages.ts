import type { Page } from '../../../shell/area.ts';

export const taskPages: Page[] = [];
