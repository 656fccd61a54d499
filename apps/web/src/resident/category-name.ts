import { organisations } from '@gongzhi/contract/organisations';
import { useSpoken } from '../shell/language.ts';
import { useCall } from '../shell/query.ts';

/** The name of a category in the language now spoken; what the server said until the list is there, or for a code that is not on it. */
export function useCategoryName(): (code: string | null, otherwise: string) => string {
  const spoken = useSpoken();
  const items = useCall(organisations.listCategories, { query: {} }, { staleTime: 3_600_000 }).data?.items;
  return (code, otherwise) => spoken(items?.find((item) => item.code === code)?.name) || otherwise;
}
