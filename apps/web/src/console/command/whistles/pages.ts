import type { Page } from '../../../shell/area.ts';

export const whistlePages: Page[] = [];
