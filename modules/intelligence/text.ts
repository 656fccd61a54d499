// What needs no running module: reading, learning and judging text.
export { CannotRead } from './files/cannot-read.ts';
export { type Evaluation, evaluateOnFile, learnFromFiles } from './files/learn-from-file.ts';
export { loadModel, saveModel } from './files/model-files.ts';
export { type Message, readMessages } from './files/read-messages.ts';
export { seeded } from './rules/classifier/fit-margin.ts';
export { judge } from './rules/classifier/judge.ts';
export { type Judged, type Measures, measure } from './rules/classifier/measures.ts';
export type { Model, ModelCard } from './rules/classifier/model.ts';
export { compare } from './rules/duplicates/compare.ts';
export { type DuplicateGroup, findGroups, rarityOf, shippedThreshold } from './rules/duplicates/find-groups.ts';
export { profileOf } from './rules/duplicates/profile.ts';
export type { Report } from './rules/duplicates/report.ts';
export { learnWeights, shippedWeights, weigh } from './rules/duplicates/weigh.ts';
export { placeNames } from './rules/entities/place-names.ts';
export { findTopics, type Topic, type TopicMessage } from './rules/topics/find-topics.ts';
