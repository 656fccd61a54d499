import { organisations } from '@gongzhi/contract/organisations';
import { useSpoken } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

/** Names of categories by code, those not in use too; the code itself while they are not known. */
export function useCategoryNames(): (code: string) => string {
  const spoken = useSpoken();
  const all = useCall(organisations.listCategories, { query: { inactive: 'true' } }, { staleTime: 60_000 });
  const names = new Map((all.data?.items ?? []).map((item) => [item.code, spoken(item.name)]));
  return (code) => names.get(code) ?? code;
}
