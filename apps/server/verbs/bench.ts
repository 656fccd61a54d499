import type { Verb } from '../verb.ts';

export const bench: Verb = {
  name: 'bench',
  summary: 'measure against the limits of engine and frame, in one run on PostgreSQL',
  alone: true,
  options: [
    ['--sizes <list>', 'numbers of cases, comma separated', '20000,200000,1000000'],
    ['--clients <list>', 'numbers of clients, comma separated', '8,32'],
    ['--seconds <number>', 'length of each measurement', '8'],
    ['--only <list>', 'such as B1,B5, or board,viewers,patrol-sync'],
    ['--keep', 'leave the loaded ledgers on the server named by DATABASE_URL, and use those that an earlier run left'],
    ['--json [file]', 'write all figures as JSON, into a file where one is named'],
  ],
  async run(context) {
    const { runBench } = await import('@gongzhi/bench');
    return runBench(context);
  },
};
