import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { system } from '@gongzhi/contract/actor';
import { uuidv7 } from 'uuidv7';
import { inThread } from '../files/in-thread.ts';
import type { Core } from '../intelligence.ts';
import { isHeldBack } from '../rules/classifier/takes-over.ts';
import { insertModel, putInForce, selectInForce } from '../store/models.ts';
import { learnFromPairs } from './learn-from-pairs.ts';

/** More recent ones say more; older ones would only make the learning long. */
const mostCases = 100_000;
/** A model of fewer cases knows less than the words of the categories. */
export const leastCases = 300;
/** Two categories at least must have been decided so often. */
const leastOfCategory = 5;

/**
 * Learns a new version from what was decided in closed cases, in a thread of its own, measures it and the version in force on cases that neither
 * has seen, and lets it take over where it is better. Words are in a file of this process only as long as that takes.
 */
export async function trainModel(core: Core, signal?: AbortSignal): Promise<number | null> {
  await learnFromPairs(core);
  const id = uuidv7();
  const folder = join(core.folder, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const from = join(folder, 'learn.jsonl');
  const heldBack = join(folder, 'held-back.jsonl');
  let kept = false;
  try {
    if (!(await writeCases(core, from, heldBack, signal))) return null;
    const champion = await selectInForce(core.database);
    const found = await inThread({ what: 'train', from, heldBack, folder, champion: champion && join(core.folder, champion.id) }, signal);
    const { rows, accuracy, macroF1, ece, coverage, answeredAccuracy } = found.measures;
    const takes = found.takesOver;
    await core.database.transaction(async (tx) => {
      const verdict = champion === null ? 'first' : takes ? 'better' : 'not-better';
      await insertModel(tx, {
        id,
        rows: found.rows,
        labels: found.labels,
        measures: { rows, accuracy, macroF1, ece, coverage, answeredAccuracy },
        verdict,
      });
      if (takes) await putInForce(tx, id, verdict);
      await core.identity.audit(tx, {
        actor: system,
        action: 'model-trained',
        subject: id,
        detail: { rows: found.rows, accuracy, inForce: takes },
      });
    });
    kept = true;
    core.forget();
    return found.rows;
  } finally {
    await Promise.all([rm(from, { force: true }), rm(heldBack, { force: true })]);
    if (!kept) await rm(folder, { recursive: true, force: true });
  }
}

/** Writes closed cases as lines, nine tenths to learn from and one to measure on; false where there are too few. */
async function writeCases(core: Core, from: string, heldBack: string, signal: AbortSignal | undefined): Promise<boolean> {
  const counts = new Map<string, number>();
  const learn = createWriteStream(from, { mode: 0o600 });
  const measure = createWriteStream(heldBack, { mode: 0o600 });
  let taken = 0;
  let measured = 0;
  try {
    for await (const batch of core.matters.stream(system, { kind: 'case', state: ['closed', 'archived'] }, 1000)) {
      signal?.throwIfAborted();
      const decided = batch.filter((one) => one.category !== null);
      const texts = await core.matters.texts(decided.map((one) => one.number));
      for (const { number, title, category } of decided) {
        const held = isHeldBack(number);
        const line = `${JSON.stringify({ title, text: texts.get(number)?.body ?? '', label: category })}\n`;
        if (!(held ? measure : learn).write(line))
          await new Promise<void>((resolve) => (held ? measure : learn).once('drain', () => resolve()));
        if (held) measured += 1;
        else counts.set(category as string, (counts.get(category as string) ?? 0) + 1);
        taken += 1;
      }
      if (taken >= mostCases) break;
    }
  } finally {
    await Promise.all([learn, measure].map((stream) => new Promise<void>((resolve) => stream.end(resolve))));
  }
  return taken >= leastCases && measured >= 20 && [...counts.values()].filter((count) => count >= leastOfCategory).length >= 2;
}
