import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useMay } from '../../../shell/session.tsx';
import { Sheets } from '../../../task-sheets/sheets.tsx';
import { Tabs } from '../../admin/tabs.tsx';
import { DutyLists } from './lists.tsx';
import { MatterList } from './matter-list.tsx';
import './tasks.css';

/** Department tasks: what lies in communities, what waits at the gate, what is to be filled in, and the four lists. */
export default function TasksPage() {
  const t = useTexts('departmentTasks');
  const may = useMay();
  const [search, set] = useSearchState();
  const tabs = [
    'tasks' as const,
    ...(may('task.apply') || may('task.decide') ? (['admissions'] as const) : []),
    ...(may('task.do') ? (['sheets'] as const) : []),
    'lists' as const,
  ];
  const tab = tabs.find((one) => one === search.tab) ?? tabs[0]!;
  return (
    <main id="main" tabIndex={-1} className="tasks">
      <PageHeader
        title={t('command:tasks.title')}
        meta={t('meta')}
        actions={
          may('task.apply') && (
            <>
              <Link to="/console/tasks/apply" search={{ place: '1' } as never} className="button">
                {t('placeButton')}
              </Link>
              <Link to="/console/tasks/apply" className="button button-primary">
                {t('applyButton')}
              </Link>
            </>
          )
        }
      />
      <Tabs
        label={t('tab.label')}
        now={tab}
        onChange={(key) => set({ tab: key === tabs[0] ? undefined : key, state: undefined })}
        tabs={tabs.map((key) => ({ key, label: t(`tab.${key}`) }))}
      />
      {tab === 'tasks' && <MatterList key="task" kind="task" state={search.state} onState={(state) => set({ state })} />}
      {tab === 'admissions' && (
        <MatterList key="admission" kind="task-admission" state={search.state} onState={(state) => set({ state })} />
      )}
      {tab === 'sheets' && <Sheets waiting />}
      {tab === 'lists' && <DutyLists />}
    </main>
  );
}
