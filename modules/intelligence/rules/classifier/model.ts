import type { Measures } from './measures.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Changes whenever grams, weights or files of a model mean something else; a model of another format is refused. */
export const modelFormat = 2;

/** What a model is called and how good it was when it was made. */
export interface ModelCard {
  format: number;
  labels: string[];
  /** Learned from so many messages. */
  rows: number;
  features: number;
  seed: number;
  /** Share of messages that it should rather leave to a person. */
  unsure: number;
  /** Below this confidence it says that it does not know. */
  threshold: number;
  /** Measured on messages that the measured weights had not seen. */
  measures: Measures | null;
}

/** A linear model over grams: what it needs to judge a text. `weights` holds the weights of all labels for the first feature, then for the next. */
export interface Model {
  card: ModelCard;
  vocabulary: Vocabulary;
  weights: Float32Array;
  offsets: Float32Array;
  /** Margin times `scale` plus the label's shift is the logarithm of its chance, up to what all have in common. */
  scale: number;
  shifts: Float32Array;
}
