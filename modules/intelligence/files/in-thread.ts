import { Worker } from 'node:worker_threads';
import type { Measures } from '../rules/classifier/measures.ts';
import type { DuplicateGroup, GroupOptions } from '../rules/duplicates/find-groups.ts';
import type { Report } from '../rules/duplicates/report.ts';
import type { Topic, TopicMessage, TopicOptions } from '../rules/topics/find-topics.ts';

export type Work =
  | { what: 'train'; from: string; heldBack: string; folder: string; champion: string | null }
  | { what: 'topics'; messages: TopicMessage[]; options: TopicOptions }
  | { what: 'groups'; reports: Report[]; options: Omit<GroupOptions, 'refused'>; refused: string[] };

export interface WorkAnswers {
  train: { rows: number; labels: number; measures: Measures; former: Measures | null; takesOver: boolean };
  topics: Topic[];
  groups: DuplicateGroup[];
}

/** Does work in a thread of its own, so that requests are answered meanwhile. Throws what went wrong there; ends with the signal. */
export function inThread<Asked extends Work>(work: Asked, signal?: AbortSignal): Promise<WorkAnswers[Asked['what']]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./work.ts', import.meta.url), {
      workerData: work,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    const stop = () => void worker.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (told: { answer?: unknown; failure?: string }) => {
      if (told.failure === undefined) resolve(told.answer as WorkAnswers[Asked['what']]);
      else reject(new Error(told.failure));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`the work ended early (${code})`));
    });
  });
}
