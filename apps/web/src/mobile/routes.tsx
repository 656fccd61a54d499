import type { Area } from '../shell/area.ts';

const report = { report: () => import('./report/texts.ts') };
const muster = { muster: () => import('./muster/texts.ts') };
const tasks = { tasks: () => import('./tasks/texts.ts') };

/** The phone's pages, for residents and for staff on the way. */
export const mobileArea: Area = {
  name: 'mobile',
  path: '/m',
  frame: () => import('./frame.tsx'),
  texts: { mobile: () => import('./texts.ts'), resident: () => import('../resident/texts.ts') },
  pages: [
    { path: '/m', title: 'mobile:title', load: () => import('./home/page.tsx') },
    { path: '/m/report', title: 'report:title', load: () => import('./report/page.tsx'), texts: report },
    { path: '/m/sign-in', title: 'mobile:signIn.title', load: () => import('./sign-in/page.tsx') },
    { path: '/m/mine', title: 'mobile:mine.title', load: () => import('./mine/page.tsx') },
    { path: '/m/case/$number', title: 'mobile:case.title', needs: 'resident', load: () => import('./case/page.tsx') },
    { path: '/m/tasks', title: 'tasks:title', needs: 'staff', load: () => import('./tasks/page.tsx'), texts: tasks },
    { path: '/m/task/$number', title: 'tasks:one', needs: 'staff', load: () => import('./task/page.tsx'), texts: tasks },
    {
      path: '/m/patrol',
      title: 'mobile:patrol',
      load: () => import('./patrol/page.tsx'),
      texts: { patrol: () => import('./patrol/texts.ts') },
    },
    { path: '/m/grid', title: 'tasks:grid.title', needs: 'case.read', load: () => import('./grid/page.tsx'), texts: tasks },
    {
      path: '/m/sheets',
      title: 'mobile:sheets',
      needs: 'task.do',
      load: () => import('./sheets/page.tsx'),
      texts: { taskSheets: () => import('../task-sheets/texts.ts') },
    },
    { path: '/m/calls', title: 'mobile:calls', needs: 'signed-in', load: () => import('./muster/calls.tsx'), texts: muster },
    { path: '/m/call/$token', title: 'mobile:calls', load: () => import('./muster/page.tsx'), texts: muster },
    { path: '/m/record', title: 'report:titleStaff', needs: 'case.record', load: () => import('./record/page.tsx'), texts: report },
  ],
};
