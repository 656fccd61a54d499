import { runServer } from '../run-server.ts';
import type { Verb } from '../verb.ts';

export const serveVerb: Verb = {
  name: 'serve',
  summary: 'answer requests on PORT; with the embedded engine it does the background work too',
  alone: true,
  async run({ settings, verbs }) {
    await runServer(
      settings,
      { web: true, work: false },
      verbs,
      (address) => void process.stderr.write(`Gongzhi 共治 is ready at ${address}\n`),
    );
    return 0;
  },
};

export const workVerb: Verb = {
  name: 'work',
  summary: 'do background work: timers, reminders, imports, deliveries (with PostgreSQL, any number of processes)',
  alone: true,
  async run({ settings, verbs }) {
    await runServer(settings, { web: false, work: true }, verbs, () => void process.stderr.write('Gongzhi 共治 is working\n'));
    return 0;
  },
};
