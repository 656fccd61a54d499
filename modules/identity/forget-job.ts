import type { JobDefinition } from '@gongzhi/platform/jobs';
import { forgetOldAttempts } from './store/attempts.ts';
import { forgetOldCodes } from './store/phone-codes.ts';
import { forgetEndedSessions } from './store/sessions.ts';
import type { Workings } from './workings.ts';

const day = 86_400_000;

/** Nightly: sessions, codes and failures that say nothing any more. The audit log is kept; the law asks for six months at least. */
export function forgetJob({ database, now }: Pick<Workings, 'database' | 'now'>): JobDefinition {
  return {
    name: 'identity.forget',
    cron: '20 3 * * *',
    async run() {
      const at = now();
      const yesterday = new Date(at.getTime() - day);
      await forgetEndedSessions(database, at);
      await forgetOldCodes(database, yesterday);
      await forgetOldAttempts(database, yesterday);
    },
  };
}
