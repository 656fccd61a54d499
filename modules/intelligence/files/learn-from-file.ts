import { judge } from '../rules/classifier/judge.ts';
import { type Judged, type Measures, measure } from '../rules/classifier/measures.ts';
import type { Model } from '../rules/classifier/model.ts';
import { CannotLearn, type TrainOptions, train } from '../rules/classifier/train.ts';
import { collectTraining } from '../rules/classifier/training-set.ts';
import { CannotRead } from './cannot-read.ts';
import { readMessages } from './read-messages.ts';

/** Learns a model from labelled files, read as streams. Throws CannotRead in plain words. */
export async function learnFromFiles(paths: readonly string[], options: TrainOptions & { labelField?: string } = {}): Promise<Model> {
  const labelField = options.labelField ?? 'label';
  const collected = collectTraining();
  let rows = 0;
  for (const path of paths) {
    for await (const message of readMessages(path, labelField)) {
      if (message.label === undefined)
        throw new CannotRead(`${path}, line ${message.line}: there is no label in the field “${labelField}”`);
      collected.add({ ...message, label: message.label });
      rows += 1;
      if (rows % 5000 === 0) options.onProgress?.('read', rows, 0);
    }
  }
  try {
    return train(collected.set(), options);
  } catch (error) {
    if (error instanceof CannotLearn) throw new CannotRead(`${paths.join(', ')}: ${error.message}`);
    throw error;
  }
}

export interface Evaluation extends Measures {
  /** Labels of the file that the model does not know; their messages count as wrong. */
  unknownLabels: string[];
  threshold: number;
  /** Milliseconds of processor time for one message, in the mean. */
  millisecondsEach: number;
}

/** Measures a model on a labelled file that it has not learned from. Throws CannotRead in plain words. */
export async function evaluateOnFile(model: Model, path: string, labelField = 'label'): Promise<Evaluation> {
  const judged: Judged[] = [];
  const unknown = new Set<string>();
  let spent = 0;
  for await (const message of readMessages(path, labelField)) {
    const truths = message.label === undefined ? [] : [message.label].flat();
    const [main] = truths;
    if (main === undefined) throw new CannotRead(`${path}, line ${message.line}: there is no label in the field “${labelField}”`);
    const before = process.cpuUsage();
    const { ranked, sure } = judge(model, message);
    const used = process.cpuUsage(before);
    spent += (used.user + used.system) / 1000;
    const first = ranked[0];
    // Of several true labels any is right.
    const truth = first && truths.includes(first.label) ? first.label : main;
    if (!model.card.labels.includes(truth)) unknown.add(truth);
    judged.push({ truth, said: first?.label ?? null, confidence: first?.chance ?? 0, answered: sure });
  }
  if (judged.length === 0) throw new CannotRead(`${path} holds no message`);
  return {
    ...measure(judged),
    unknownLabels: [...unknown].sort(),
    threshold: model.card.threshold,
    millisecondsEach: spent / judged.length,
  };
}
