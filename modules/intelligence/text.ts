// What needs no running module: reading, learning and judging text.
export { CannotRead } from './files/cannot-read.ts';
export { type Evaluation, evaluateOnFile, learnFromFiles } from './files/learn-from-file.ts';
export { loadModel, saveModel } from './files/model-files.ts';
export { type Message, readMessages } from './files/read-messages.ts';
export { judge } from './rules/classifier/judge.ts';
export type { Measures } from './rules/classifier/measures.ts';
export type { Model, ModelCard } from './rules/classifier/model.ts';
