import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slotBits } from '../rules/classifier/gram-table.ts';
import type { Model, ModelCard } from '../rules/classifier/model.ts';
import { modelFormat } from '../rules/classifier/model.ts';
import { CannotRead } from './cannot-read.ts';

interface Head {
  card: ModelCard;
  scale: number;
  shifts: number[];
  offsets: number[];
}

const head = 'model.json';
const numbers = 'model.bin';

/** Writes a model into a folder as two files; a model that stands there is replaced only when the new one is whole. */
export async function saveModel(model: Model, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const size = model.vocabulary.idf.length;
  const slots = new Int32Array(size);
  for (const [slot, feature] of model.vocabulary.feature.entries()) if (feature >= 0) slots[feature] = slot;
  const bytes = (array: Int32Array | Float32Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  await writeFile(join(folder, `${numbers}.new`), Buffer.concat([bytes(slots), bytes(model.vocabulary.idf), bytes(model.weights)]));
  const text: Head = { card: model.card, scale: model.scale, shifts: [...model.shifts], offsets: [...model.offsets] };
  await writeFile(join(folder, `${head}.new`), `${JSON.stringify(text, null, 1)}\n`);
  await rename(join(folder, `${numbers}.new`), join(folder, numbers));
  await rename(join(folder, `${head}.new`), join(folder, head));
}

/** Reads a model. Throws CannotRead in plain words where there is none, it is of another version, or its files do not fit each other. */
export async function loadModel(folder: string): Promise<Model> {
  const file = join(folder, head);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CannotRead(`There is no model in ${folder}: ${head} is missing`);
  });
  let read: Partial<Head>;
  try {
    read = JSON.parse(text);
  } catch {
    throw new CannotRead(`${file} is not a model: it holds no JSON`);
  }
  const { card, scale, shifts, offsets } = read ?? {};
  if (!card || typeof card.format !== 'number') throw new CannotRead(`${file} is not a model of this program`);
  if (card.format !== modelFormat)
    throw new CannotRead(`The model in ${folder} is of version ${card.format}; this program reads version ${modelFormat}. Train it again`);
  if (!Array.isArray(card.labels) || !Array.isArray(shifts) || !Array.isArray(offsets) || typeof scale !== 'number')
    throw new CannotRead(`${file} is incomplete`);
  const size = card.features;
  const labels = card.labels.length;
  const buffer = await readFile(join(folder, numbers)).catch(() => {
    throw new CannotRead(`The model in ${folder} is incomplete: ${numbers} is missing`);
  });
  const wanted = 4 * (size + size + size * labels);
  if (buffer.byteLength !== wanted)
    throw new CannotRead(`The model in ${folder} is damaged: ${numbers} has ${buffer.byteLength} bytes, not ${wanted}`);
  const whole = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
  const slots = new Int32Array(whole, 0, size);
  const feature = new Int32Array(1 << slotBits).fill(-1);
  for (const [index, slot] of slots.entries()) {
    if (slot < 0 || slot >= feature.length)
      throw new CannotRead(`The model in ${folder} is damaged: ${numbers} names a place that does not exist`);
    feature[slot] = index;
  }
  return {
    card,
    vocabulary: { feature, idf: new Float32Array(whole, 4 * size, size) },
    weights: new Float32Array(whole, 8 * size, size * labels),
    offsets: Float32Array.from(offsets),
    scale,
    shifts: Float32Array.from(shifts),
  };
}
