import { system } from '@gongzhi/contract/actor';
import type { JobDefinition } from '@gongzhi/platform/jobs';
import { Refusal } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';
import { decidePublication } from '../rules/publication.ts';
import { wallRuleOf } from '../rules/wall-rule.ts';
import { deleteDue, leaveDue, type PublicationRead, selectDue } from '../store/publication-due.ts';

const most = 200;

/** Every minute, publishes what the rules of the categories want on the walls; what they do not settle is left to a person, with the reason. */
export function publishByRule(core: CasesCore): JobDefinition {
  return {
    name: 'cases.publish-by-rule',
    cron: '* * * * *',
    async run(_data, { signal }) {
      for (let read = most; read === most && !signal.aborted; ) read = await publishSome(core);
    },
  };
}

async function publishSome(core: CasesCore): Promise<number> {
  const due = await selectDue(core.database, most);
  if (due.length === 0) return 0;
  const [categories, texts] = await Promise.all([core.organisations.categories(), core.matters.texts(due.map((one) => one.number))]);
  const summaries = new Map((await core.matters.summaries(due.map((one) => one.matterId))).map((one) => [one.number, one]));
  const left: (PublicationRead & { because: string })[] = [];
  const done: PublicationRead[] = [];
  for (const one of due) {
    const { number } = one;
    const matter = summaries.get(number);
    const text = texts.get(number);
    if (!matter || !text) {
      done.push(one);
      continue;
    }
    const decision = decidePublication(
      { ...matter, body: text.body, closed: matter.closedAt !== null },
      wallRuleOf(categories, matter.category),
    );
    if (decision === 'not-yet') done.push(one);
    else if ('leave' in decision) left.push({ ...one, because: decision.leave });
    else if (await published(core, number, decision.publish)) done.push(one);
    else left.push({ ...one, because: 'refused' });
  }
  if (left.length > 0) await leaveDue(core.database, left);
  if (done.length > 0) await deleteDue(core.database, done);
  return due.length;
}

/** Acts as the product itself; false where the life cycle does not allow it any more. */
async function published(core: CasesCore, number: string, words: { title: string; body?: string }): Promise<boolean> {
  try {
    await core.matters.act(system, number, 'publish', null, words);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
