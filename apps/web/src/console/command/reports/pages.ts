import type { Page } from '../../../shell/area.ts';

export const reportPages: Page[] = [];
