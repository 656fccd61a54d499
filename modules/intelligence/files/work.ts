// What would hold up the server for seconds runs here, in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { takesOver } from '../rules/classifier/takes-over.ts';
import { findGroups } from '../rules/duplicates/find-groups.ts';
import { findTopics } from '../rules/topics/find-topics.ts';
import type { Work, WorkAnswers } from './in-thread.ts';
import { evaluateOnFile, learnFromFiles } from './learn-from-file.ts';
import { loadModel, saveModel } from './model-files.ts';

async function train({ from, heldBack, folder, champion }: Extract<Work, { what: 'train' }>): Promise<WorkAnswers['train']> {
  const model = await learnFromFiles([from]);
  await saveModel(model, folder);
  const measures = await evaluateOnFile(model, heldBack);
  const former = champion
    ? await loadModel(champion).then(
        (known) => evaluateOnFile(known, heldBack),
        () => null,
      )
    : null;
  return { rows: model.card.rows, labels: model.card.labels.length, measures, former, takesOver: takesOver(measures, former) };
}

async function work(asked: Work): Promise<unknown> {
  if (asked.what === 'train') return train(asked);
  if (asked.what === 'topics') return findTopics(asked.messages, asked.options);
  return findGroups(asked.reports, { ...asked.options, refused: new Set(asked.refused) });
}

try {
  parentPort?.postMessage({ answer: await work(workerData as Work) });
} catch (error) {
  parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
}
