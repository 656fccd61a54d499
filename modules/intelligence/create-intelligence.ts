import { trainModel } from './commands/train-model.ts';
import { learnJoins } from './consumers/learn-joins.ts';
import { intelligenceRoutes } from './http/routes.ts';
import type { Core, Intelligence, IntelligenceDeps, LikesSource } from './intelligence.ts';
import { learnedSuggester } from './queries/suggest-category.ts';

/** Suggestions, duplicates, topics, entities and drafts, learned from the district's own cases. */
export function createIntelligence(deps: IntelligenceDeps): Intelligence {
  const suggester = learnedSuggester(deps);
  let likes: LikesSource = async () => new Map();
  let training = 0;
  const core: Core = { ...deps, likes: (numbers) => likes(numbers), forget: suggester.forget };
  const train = async (signal?: AbortSignal) => {
    training += 1;
    try {
      return await trainModel(core, signal);
    } finally {
      training -= 1;
    }
  };
  return {
    suggest: suggester.suggest,
    train,
    setLikes(source) {
      likes = source;
    },
    parts: {
      name: 'intelligence',
      migrations: { module: 'intelligence', folder: new URL('./migrations/', import.meta.url) },
      routes: intelligenceRoutes(core, () => training > 0),
      consumers: [learnJoins()],
      jobs: [
        {
          name: 'intelligence.train',
          // Sunday night: a week of decisions, while nobody asks.
          cron: '30 2 * * 0',
          retries: 1,
          expires: 3600,
          async run(_data, { signal }) {
            await train(signal);
          },
        },
      ],
    },
  };
}
