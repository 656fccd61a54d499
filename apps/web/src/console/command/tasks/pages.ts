import type { Page } from '../../../shell/area.ts';

const texts = { departmentTasks: () => import('./texts.ts'), taskSheets: () => import('../../../task-sheets/texts.ts') };

export const taskPages: Page[] = [
  {
    path: '/console/tasks',
    title: 'command:tasks.title',
    needs: ['task.apply', 'task.decide', 'task.do'],
    load: () => import('./page.tsx'),
    texts,
    nav: { group: 'command', icon: 'duty', order: 3 },
  },
  {
    path: '/console/tasks/apply',
    title: 'command:tasks.apply',
    needs: 'task.apply',
    load: () => import('./apply.tsx'),
    texts,
  },
  {
    path: '/console/tasks/$number',
    title: 'command:tasks.one',
    needs: ['task.apply', 'task.decide', 'task.do', 'burden.read'],
    load: () => import('./one.tsx'),
    texts,
  },
  {
    path: '/console/burden',
    title: 'command:tasks.burden',
    needs: 'burden.read',
    load: () => import('./burden.tsx'),
    texts,
    nav: { group: 'command', icon: 'columns', order: 4 },
  },
];
