import type { Out } from './verb.ts';

/** Standard output for results, standard error for progress, so that a program reads results only. */
export function terminal(json: boolean): Out {
  let open = false;
  const end = () => {
    if (open) process.stderr.write('\n');
    open = false;
  };
  return {
    line(text) {
      end();
      (json ? process.stderr : process.stdout).write(`${text}\n`);
    },
    json(value) {
      end();
      process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    progress(what, done, total) {
      const text = total ? `${what} ${done} / ${total} (${Math.floor((100 * done) / Math.max(total, 1))} %)` : `${what} ${done}`;
      if (process.stderr.isTTY) {
        process.stderr.write(`\r${text.padEnd(78)}`);
        open = true;
      } else if (done === total || done % 5000 === 0) process.stderr.write(`${text}\n`);
    },
  };
}
