import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '@gongzhi/platform/database';
import { loadModel } from '../files/model-files.ts';
import type { Core, LearnedCategory } from '../intelligence.ts';
import { judge } from '../rules/classifier/judge.ts';
import type { Model } from '../rules/classifier/model.ts';
import type { Words } from '../rules/language/text-grams.ts';
import { selectInForce } from '../store/models.ts';

/** Asks the model in force, which is read once and again when another comes in force. */
export function learnedSuggester(core: Pick<Core, 'database' | 'folder' | 'organisations'>) {
  let held: { id: string; model: Model } | null = null;
  const inForce = cached(async () => {
    const row = await selectInForce(core.database);
    if (!row) held = null;
    else if (held?.id !== row.id) {
      const folder = join(core.folder, row.id);
      // Another machine may have learned it: without its files the words of the categories have to do.
      held = existsSync(folder)
        ? await loadModel(folder).then(
            (model) => ({ id: row.id, model }),
            () => null,
          )
        : null;
    }
    return held;
  }, 30);
  return {
    forget: () => inForce.forget(),
    async suggest(words: Words): Promise<LearnedCategory[] | null> {
      const known = await inForce.get();
      if (!known) return null;
      const { ranked, sure, because } = judge(known.model, words);
      if (!sure) return null;
      const categories = await core.organisations.categories();
      const usable = ranked.filter(({ label }) => categories.get(label)?.active);
      // What it is sure of is no longer in use: it does not know.
      if (usable[0]?.label !== ranked[0]?.label) return null;
      return usable
        .filter(({ chance }, at) => at === 0 || chance >= 0.05)
        .map(({ label, chance }, at) => ({ code: label, score: Math.round(chance * 1000) / 1000, words: at === 0 ? because : [] }));
    },
  };
}
