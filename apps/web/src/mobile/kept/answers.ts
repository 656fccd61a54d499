import { matters } from '@gongzhi/contract/matters';
import { organisations } from '@gongzhi/contract/organisations';
import { territory } from '@gongzhi/contract/territory';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { phoneDatabase } from '../outbox/browser-store.ts';

/** Questions whose answers work without a network needs; everything else is asked again. */
const kept = new Set<unknown>(
  [
    matters.list,
    matters.read,
    matters.kinds,
    organisations.listCategories,
    organisations.listOrganisations,
    organisations.listPosts,
    territory.boundaries,
    territory.listAreas,
  ].map(({ name }) => name),
);
const week = 7 * 86_400_000;
const most = 200;

/**
 * Keeps answers on the phone for one person and puts those of earlier visits where the pages look. Answers of anybody else, old ones and
 * too many are thrown away. Gives back how to stop. A browser that keeps nothing goes on without.
 */
export function keepAnswers(client: QueryClient, by: string): () => void {
  let stopped = false;
  void phoneDatabase()
    .then(async (database) => {
      const all = (await database.getAll('answer')).toSorted((a, b) => b.at - a.at);
      for (const [index, { hash, question, data, at, by: whose }] of all.entries()) {
        if (whose !== by || index >= most || Date.now() - at > week) await database.delete('answer', hash);
        else if (!stopped && client.getQueryData(question) === undefined) client.setQueryData(question, data, { updatedAt: at });
      }
    })
    .catch(() => undefined);
  const unsubscribe = client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.state.status !== 'success' || !kept.has(query.queryKey[0])) return;
    const { data, dataUpdatedAt: at } = query.state;
    void phoneDatabase()
      .then((database) => database.put('answer', { hash: hashKey(query.queryKey), question: query.queryKey, data, at, by }))
      .catch(() => undefined);
  });
  return () => {
    stopped = true;
    unsubscribe();
  };
}

/** What was kept for anybody leaves the phone: at signing out, and when nobody is signed in. */
export async function forgetAnswers(): Promise<void> {
  await phoneDatabase()
    .then((database) => database.clear('answer'))
    .catch(() => undefined);
}
