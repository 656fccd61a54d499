import type { Page } from '../../shell/area.ts';
import { boardPages } from './board/pages.ts';
import { musterPages } from './muster/pages.ts';
import { patrolPages } from './patrol/pages.ts';
import { reportPages } from './reports/pages.ts';
import { supervisionPages } from './supervision/pages.ts';
import { taskPages } from './tasks/pages.ts';
import { whistlePages } from './whistles/pages.ts';

/** The pages of the command platform, each part's in its own folder; their titles stand in texts.ts beside this. */
export const commandPages: Page[] = [
  ...whistlePages,
  ...supervisionPages,
  ...taskPages,
  ...musterPages,
  ...patrolPages,
  ...boardPages,
  ...reportPages,
];
