import { catalogue } from '@gongzhi/platform/problems';

/** How command says no where more than one of its parts says it; each part has a catalogue of its own beside this one. */
export const commandProblems = catalogue({
  'area-outside': [403, 'The place lies outside the areas of your posts'],
});
