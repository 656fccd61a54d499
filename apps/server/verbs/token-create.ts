import { system } from '@gongzhi/contract/actor';
import { tokenScopes } from '@gongzhi/contract/identity';
import { Misused, type Verb } from '../verb.ts';

type Scope = (typeof tokenScopes)[number];

export const tokenCreate: Verb = {
  name: 'token create',
  summary: 'create an API token; it is shown once',
  options: [
    ['--scope <scopes>', `one or several, comma separated: ${tokenScopes.join(', ')}`],
    ['--name <name>', 'what it is for'],
    ['--days <number>', 'days until it expires; never where absent'],
    ['--area <code>', 'area under which it works; everywhere where absent'],
  ],
  async run({ product, options, out }) {
    const scopes = String(options.scope ?? '')
      .split(',')
      .filter(Boolean);
    if (scopes.length === 0) throw new Misused(`--scope is needed: ${tokenScopes.join(', ')}`);
    for (const scope of scopes)
      if (!tokenScopes.includes(scope as Scope)) throw new Misused(`There is no scope ${scope}; there are: ${tokenScopes.join(', ')}`);
    const days = options.days === undefined ? null : Number(options.days);
    if (days !== null && !(Number.isFinite(days) && days > 0)) throw new Misused('--days wants a number above zero');
    const { identity } = await product();
    const created = await identity.createToken(system, {
      name: (options.name as string | undefined) ?? `${scopes.join('+')} (command line)`,
      scopes: scopes as Scope[],
      expiresAt: days === null ? null : new Date(Date.now() + days * 86_400_000),
      areaCode: (options.area as string | undefined) ?? '',
    });
    if (options.json) out.json({ token: created.token, id: created.id, scopes });
    else out.line(created.token);
    return 0;
  },
};
