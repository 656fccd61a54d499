import { identity } from '@gongzhi/contract/identity';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import type { FastifyReply } from 'fastify';
import { beginSecondFactor } from '../commands/begin-second-factor.ts';
import type { Begun } from '../commands/begin-session.ts';
import { changePassword } from '../commands/change-password.ts';
import { confirmSecondFactor } from '../commands/confirm-second-factor.ts';
import { endSecondFactor } from '../commands/end-second-factor.ts';
import { requestCode } from '../commands/request-code.ts';
import { signIn } from '../commands/sign-in.ts';
import { signInResident } from '../commands/sign-in-resident.ts';
import { signOut } from '../commands/sign-out.ts';
import type { Residents } from '../identity.ts';
import { identityProblems } from '../problems.ts';
import type { Workings } from '../workings.ts';
import { clearSession, sessionSecret, setSession } from './cookies.ts';

export function sessionRoutes(workings: Workings, residents: Residents): BoundRoute[] {
  const { settings, callers } = workings;
  const secure = settings.secureCookies;
  const enter = async (reply: FastifyReply, begun: Begun) => {
    setSession(reply, begun, secure);
    const found = await callers.ofSession(begun.secret);
    // Only when the account was disabled between two lines.
    if (!found) throw identityProblems['invalid-credentials']();
    return found.session;
  };
  return [
    bind(identity.signIn, async ({ body, request, reply }) =>
      enter(reply, await signIn(workings, { ...body, address: request.ip, former: sessionSecret(request) })),
    ),
    bind(identity.signInMethods, async () => ({
      password: true,
      oidc: settings.oidc ? { label: settings.oidc.label, url: identity.oidcBegin.path } : null,
      demo: (await settings.demoAccounts?.()) ?? [],
    })),
    bind(identity.readSession, async ({ actor, request, reply }) => {
      const secret = sessionSecret(request);
      const found = secret && actor.sessionId ? await callers.ofSession(secret) : null;
      if (secret && actor.kind === 'anonymous') clearSession(reply, secure);
      return { session: found?.session ?? null };
    }),
    bind(identity.signOut, async ({ actor, request, reply }) => {
      await signOut(workings, actor, request.ip);
      clearSession(reply, secure);
    }),
    bind(identity.changePassword, async ({ actor, body, request, reply }) => {
      setSession(reply, await changePassword(workings, actor, { ...body, address: request.ip }), secure);
    }),
    bind(identity.beginSecondFactor, ({ actor }) => beginSecondFactor(workings, actor)),
    bind(identity.confirmSecondFactor, ({ actor, body, request }) => confirmSecondFactor(workings, actor, body.code, request.ip)),
    bind(identity.endSecondFactor, ({ actor, body, request }) => endSecondFactor(workings, actor, body.password, request.ip)),
    bind(identity.requestCode, ({ body }) => requestCode(workings, body.phone)),
    bind(identity.signInResident, async ({ body, request, reply }) =>
      enter(reply, await signInResident(workings, residents, { ...body, address: request.ip, former: sessionSecret(request) })),
    ),
  ];
}
