import { matters } from '@gongzhi/contract/matters';
import { useNavigate } from '@tanstack/react-router';
import { changeAppearance, useAppearance } from '../../kit/appearance.ts';
import { useDates } from '../../kit/dates.ts';
import { showKeySheet } from '../../kit/keys.tsx';
import { speak, useLanguage, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useMay } from '../../shell/session.tsx';
import { useCaseKind } from '../matter/kind.ts';
import { useNavigation } from '../navigation.ts';
import { type Entry, found, goKeys } from './entries.ts';

const casesShown = 6;

/** What the palette offers for what was typed: pages of the own posts, cases by number or words, saved views, commands. */
export function useEntries(text: string, settled: string): { entries: Entry[]; searching: boolean } {
  const t = useTexts('palette');
  const may = useMay();
  const dates = useDates();
  const kind = useCaseKind();
  const navigate = useNavigate();
  const language = useLanguage();
  const { isDark, density } = useAppearance();
  const groups = useNavigation();
  const sees = may('case.read') || may('case.handle');
  const asked = settled.trim();
  const search = sees && [...asked].length >= 2;
  const list = useCall(
    matters.list,
    { query: { kind: 'case', text: asked, limit: casesShown } },
    { enabled: search, keep: true, staleTime: 10_000 },
  );
  const views = useCall(matters.listViews, {}, { enabled: sees, staleTime: 60_000 }).data?.items ?? [];
  const open = (to: string, query?: Record<string, string>) => void navigate({ to, search: (query ?? {}) as never } as never);
  const pages = groups.flatMap(({ group, pages: of }) =>
    of.map(
      (page): Entry => ({
        id: page.path,
        group: 'pages',
        icon: page.nav.icon,
        label: t(page.title),
        hint: t(`console:nav.${group}`),
        keys: goKeys[page.path],
        run: () => open(page.path),
      }),
    ),
  );
  const commands: Entry[] = [
    {
      id: 'scheme',
      group: 'commands',
      icon: isDark ? 'sun' : 'moon',
      label: t(isDark ? 'command.light' : 'command.dark'),
      run: () => changeAppearance({ scheme: isDark ? 'light' : 'dark' }),
    },
    {
      id: 'density',
      group: 'commands',
      icon: 'parts',
      label: t(density === 'compact' ? 'command.comfortable' : 'command.compact'),
      run: () => changeAppearance({ density: density === 'compact' ? 'comfortable' : 'compact' }),
    },
    {
      id: 'language',
      group: 'commands',
      icon: 'globe',
      label: t('command.language'),
      hint: 'language 语言',
      run: () => void speak(language === 'zh' ? 'en' : 'zh'),
    },
    { id: 'keys', group: 'commands', icon: 'keyboard', label: t('command.keys'), keys: '?', run: () => showKeySheet() },
    { id: 'account', group: 'commands', icon: 'person', label: t('command.account'), run: () => open('/console/account') },
  ];
  const kept = views.map(
    (view): Entry => ({
      id: `view-${view.id}`,
      group: 'views',
      icon: 'star',
      label: view.name,
      hint: t('view'),
      run: () => open('/console/cases', view.query),
    }),
  );
  const cases = search
    ? (list.data?.items ?? []).map(
        (row): Entry => ({
          id: row.number,
          group: 'cases',
          icon: 'log',
          label: row.title,
          hint: [row.number, kind.state(row.state).label, row.areaName, dates.ago(row.openedAt)].join(' · '),
          run: () => open(`/console/cases/${row.number}`),
        }),
      )
    : [];
  const everywhere: Entry[] = search
    ? [{ id: 'all', group: 'cases', icon: 'search', label: t('all', { text: asked }), run: () => open('/console/cases', { text: asked }) }]
    : [];
  return {
    entries: [...found(pages, text), ...cases, ...everywhere, ...found(kept, text), ...found(commands, text)],
    searching: search && list.isFetching,
  };
}
