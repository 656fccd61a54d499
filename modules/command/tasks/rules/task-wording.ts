/** Who is told of what, and in which words. */
export interface TaskNotice {
  to: 'community' | 'department' | 'deciders';
  say(title: string): { zh: string; en: string };
}

export const taskNotices: Record<string, TaskNotice> = {
  'task-admission-apply': { to: 'deciders', say: (title) => ({ zh: `任务准入待审定：${title}`, en: `Admission to decide: ${title}` }) },
  'task-admission-supplement': {
    to: 'deciders',
    say: (title) => ({ zh: `已补正，待审定：${title}`, en: `Supplemented, to decide: ${title}` }),
  },
  'task-admission-ask-supplement': {
    to: 'department',
    say: (title) => ({ zh: `请补正准入申请：${title}`, en: `Please supplement: ${title}` }),
  },
  'task-admission-admit': { to: 'department', say: (title) => ({ zh: `已准入：${title}`, en: `Admitted: ${title}` }) },
  'task-admission-refuse': { to: 'department', say: (title) => ({ zh: `不予准入：${title}`, en: `Not admitted: ${title}` }) },
  'task-place': { to: 'community', say: (title) => ({ zh: `部门任务待接收：${title}`, en: `Department task to take on: ${title}` }) },
  'task-refuse': { to: 'department', say: (title) => ({ zh: `社区拒绝接收：${title}`, en: `A community refused: ${title}` }) },
  'task-report': { to: 'department', say: (title) => ({ zh: `任务待确认：${title}`, en: `Task to confirm: ${title}` }) },
  'task-return': { to: 'community', say: (title) => ({ zh: `任务退回补做：${title}`, en: `Task sent back: ${title}` }) },
  'task-cancel': { to: 'community', say: (title) => ({ zh: `任务已取消：${title}`, en: `Task cancelled: ${title}` }) },
};
