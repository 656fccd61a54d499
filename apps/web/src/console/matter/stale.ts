import { matters } from '@gongzhi/contract/matters';
import type { QueryClient } from '@tanstack/react-query';

/** Questions whose answers an act on a case makes stale, of all modules. */
export const staleAfterAct = [
  matters.list,
  matters.counts,
  matters.read,
  { name: 'cases.workbench' },
  { name: 'cases.suggest-for' },
  { name: 'cases.similar' },
] as const;

/** Makes them stale after acts that went another way than through a form. */
export function stale(client: QueryClient): void {
  const names: readonly string[] = staleAfterAct.map(({ name }) => name);
  void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => typeof name === 'string' && names.includes(name) });
}
