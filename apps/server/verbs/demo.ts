import { demoAccounts } from '@gongzhi/scenarios';
import { loadDemo } from '../load-demo.ts';
import { Misused, type Verb } from '../verb.ts';

export const demo: Verb = {
  name: 'demo',
  summary: 'load the invented demo district into an empty database',
  options: [
    ['--cases <number>', 'how many cases', '20000'],
    ['--seed <number>', 'seed of the generator', '20260101'],
  ],
  async run({ product, options, out }) {
    const cases = Number(options.cases);
    const seed = Number(options.seed);
    if (!Number.isInteger(cases) || cases < 0) throw new Misused('--cases wants a whole number');
    if (!Number.isInteger(seed)) throw new Misused('--seed wants a whole number');
    const started = Date.now();
    const loaded = await loadDemo(await product(), { cases, seed, onProgress: (what, done, total) => out.progress(what, done, total) });
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    if (options.json) out.json({ loaded, cases: loaded ? cases : 0, seconds });
    else
      out.line(
        loaded
          ? `The demo district is there: ${cases} cases in ${seconds} s. Accounts: gongzhi demo accounts`
          : 'The database holds data already; nothing was changed.',
      );
    return 0;
  },
};

export const demoAccountsVerb: Verb = {
  name: 'demo accounts',
  summary: 'list the demo accounts with their passwords',
  alone: true,
  async run({ options, out }) {
    const accounts = demoAccounts();
    if (options.json) out.json(accounts);
    else
      for (const account of accounts)
        out.line(`${account.username.padEnd(22)} ${account.password.padEnd(22)} ${account.role.padEnd(24)} ${account.organisation}`);
    return 0;
  },
};
