import { system } from '@gongzhi/contract/actor';
import { type Role, roles } from '@gongzhi/contract/permissions';
import { uuidv7 } from 'uuidv7';
import { Misused, type Verb } from '../verb.ts';

export const accountCreate: Verb = {
  name: 'account create',
  summary: 'create an account with a post, such as the first administrator',
  options: [
    ['--username <name>', 'lower-case letters, digits, dot, dash'],
    ['--name <name>', 'name of the person'],
    ['--role <role>', `role of the post: ${Object.keys(roles).join(', ')}`],
    ['--organisation <unit>', 'id, credit code or name of the organisation of the post'],
    ['--password <password>', 'made up and shown once where absent'],
  ],
  async run({ product, options, out }) {
    const { username, name = username, role, organisation, password } = options as Record<string, string | undefined>;
    if (!username) throw new Misused('--username is needed');
    if (role && !(role in roles)) throw new Misused(`--role wants one of: ${Object.keys(roles).join(', ')}`);
    if (Boolean(role) !== Boolean(organisation))
      throw new Misused('--role and --organisation go together: a post is an organisation and a role');
    const { database, identity, organisations } = await product();
    const units = [...(await organisations.directory()).all()];
    const unit = organisation ? units.find((item) => [item.id, item.name, item.shortName].includes(organisation)) : undefined;
    if (organisation && !unit) throw new Misused(`There is no organisation “${organisation}”`);
    // The account comes first: when its name or password is refused, no person is left without one.
    const personId = uuidv7();
    await database.transaction((tx) => organisations.loadPersons(tx, [{ id: personId, name: name as string }]));
    const account = await identity.createAccount(system, { username, personId, ...(password ? { password } : {}) });
    if (role && unit) {
      const postId = uuidv7();
      await database.transaction(async (tx) => {
        await organisations.loadPosts(tx, [{ id: postId, organisationId: unit.id, title: roles[role as Role].zh, role: role as Role }]);
        await organisations.loadTenures(tx, [{ id: uuidv7(), postId, personId, from: new Date().toISOString().slice(0, 10) }]);
      });
    }
    if (options.json)
      out.json({ id: account.id, username, password: account.password ?? null, role: role ?? null, organisation: unit?.name ?? null });
    else out.line(`Account ${username} created.${account.password ? ` One-time password: ${account.password}` : ''}`);
    return 0;
  },
};
