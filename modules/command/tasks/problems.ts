import { catalogue } from '@gongzhi/platform/problems';

/** How department tasks say no. */
export const taskProblems = catalogue({
  'duty-item-unknown': [422, 'There is no such item on the four lists'],
  'matter-forbidden': [409, 'The work is on the list of what must not be given to communities'],
  'budget-missing': [409, 'Work that is bought needs a budget that follows it'],
  'admission-over': [409, 'The admitted term is over'],
  'admission-not-valid': [409, 'The application has not been admitted'],
  'admission-not-yours': [403, 'The admission belongs to another organisation'],
  'outside-admission': [409, 'This lies outside of what was admitted'],
  'form-answered': [409, 'Every question of the form is answered by data held; read it here'],
  'placement-too-large': [422, 'The placement would make too many turns'],
  'no-community': [422, 'None of the areas has a community'],
  'task-admitted': [409, 'The task was admitted and its term runs; it cannot be refused'],
  'sheets-open': [409, 'Turns of this task wait for their answer'],
  'sheet-not-found': [404, 'There is no such turn of a task'],
  'sheet-answered': [409, 'This turn has been answered already'],
  'sheet-not-open': [409, 'This turn has not begun'],
  'task-not-accepted': [409, 'The community has not accepted the task yet'],
  'task-ended': [409, 'The task has ended; nothing more is answered'],
});
