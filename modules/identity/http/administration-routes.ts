import { identity } from '@gongzhi/contract/identity';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import { changeAccount } from '../commands/change-account.ts';
import { createAccount } from '../commands/create-account.ts';
import { createToken } from '../commands/create-token.ts';
import { resetPassword } from '../commands/reset-password.ts';
import { revokeToken } from '../commands/revoke-token.ts';
import { listAccounts } from '../queries/list-accounts.ts';
import { listTokens, shownToken } from '../queries/list-tokens.ts';
import { readAccount } from '../queries/read-account.ts';
import type { Workings } from '../workings.ts';

export function administrationRoutes(workings: Workings): BoundRoute[] {
  return [
    bind(identity.listAccounts, ({ actor, query }) => listAccounts(workings, actor, query)),
    bind(identity.createAccount, async ({ actor, body, request }) => {
      const { username, personId, password: given, oidcSubject } = body;
      const account = { username, personId, oidcSubject: oidcSubject || null, ...(given === undefined ? {} : { password: given }) };
      const { id, password } = await createAccount(workings, actor, account, request.ip);
      return { ...(await readAccount(workings, actor, id)), ...(password === null ? {} : { password }) };
    }),
    bind(identity.changeAccount, async ({ actor, params, body, request }) => {
      await changeAccount(workings, actor, params.id, body, request.ip);
      return readAccount(workings, actor, params.id);
    }),
    bind(identity.resetPassword, async ({ actor, params, request }) => ({
      password: await resetPassword(workings, actor, params.id, request.ip),
    })),
    bind(identity.listTokens, ({ query }) => listTokens(workings.database, query)),
    bind(identity.createToken, async ({ actor, body, request }) => {
      const wanted = { ...body, expiresAt: body.expiresAt ? new Date(body.expiresAt) : null, areaCode: body.areaCode ?? null };
      const { row, text } = await createToken(workings, actor, wanted, request.ip);
      return { ...shownToken(row), token: text };
    }),
    bind(identity.revokeToken, ({ actor, params, request }) => revokeToken(workings, actor, params.id, request.ip)),
  ];
}
