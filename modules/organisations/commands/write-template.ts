import type { Actor } from '@gongzhi/contract/actor';
import { requireEverywhere, rootsOf } from '@gongzhi/territory';
import type { Ground } from '../context.ts';
import type { PostTemplate } from '../rules/post-templates.ts';
import { putTemplates } from '../store/templates.ts';

/** Adds or changes a template, which holds for every place; posts that came from it stay as they are. */
export async function writeTemplate(ground: Ground, actor: Actor, template: PostTemplate): Promise<PostTemplate> {
  requireEverywhere(actor, 'organisation.edit', rootsOf(await ground.territory.directory()));
  await ground.database.transaction(async (tx) => {
    await putTemplates(tx, [template], true);
    const { code, ...detail } = template;
    await ground.audit(tx, { actor, action: 'post-template-written', subject: code, detail });
  });
  return template;
}
