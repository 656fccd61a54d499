import type { Page } from '../shell/area.ts';
import { areas } from '../shell/routes.tsx';
import { meets, useSession } from '../shell/session.tsx';

type Entry = Page & { nav: NonNullable<Page['nav']> };
const groups = ['work', 'command', 'insight', 'admin'];

/** The console's pages that the signed-in person may open, by group, in their order. */
export function useNavigation(): { group: string; pages: Entry[] }[] {
  const session = useSession();
  const area = areas.find(({ name }) => name === 'console')!;
  const open = area.pages.filter(
    (page): page is Entry => page.nav !== undefined && meets(session, page.needs ?? area.needs) && meets(session, page.nav.needs),
  );
  return groups
    .map((group) => ({ group, pages: open.filter((page) => page.nav.group === group).sort((a, b) => a.nav.order - b.nav.order) }))
    .filter(({ pages }) => pages.length > 0);
}
