import { identity } from '@gongzhi/contract/identity';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInByProvider } from '../commands/sign-in-by-provider.ts';
import { identityProblems } from '../problems.ts';
import { packJourney, unpackJourney } from '../rules/journey.ts';
import { ownPath } from '../rules/own-path.ts';
import { createSingleSignOn } from '../single-sign-on.ts';
import type { Workings } from '../workings.ts';
import { clearJourney, journeyCookie, sessionSecret, setJourney, setSession } from './cookies.ts';

/** What the sign-in page is told in its address when single sign-on did not work out. */
type Problem = 'oidc-unmapped' | 'oidc-unreachable' | 'oidc-refused' | 'oidc-failed' | 'account-disabled';

export function singleSignOnRoutes(workings: Workings): BoundRoute[] {
  const { settings, keys, now } = workings;
  const secure = settings.secureCookies;
  const provider = settings.oidc ? createSingleSignOn(settings.oidc) : null;
  const returnUri = (request: FastifyRequest) =>
    `${(settings.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/$/, '')}${identity.oidcReturn.path}`;
  const toLogin = (reply: FastifyReply, problem: Problem, error?: unknown) => {
    // The provider's own words may hold codes; the log keeps only what kind of failure it was.
    if (error) reply.log.warn({ problem, reason: (error as { code?: string }).code ?? (error as Error).name }, 'single sign-on');
    return reply.header('cache-control', 'no-store').redirect(`/login?problem=${problem}`, 302);
  };
  return [
    bind(identity.oidcBegin, async ({ query, request, reply }) => {
      if (!provider) throw identityProblems['single-sign-on-off']();
      try {
        const { url, journey } = await provider.begin(returnUri(request), ownPath(query.back));
        setJourney(reply, packJourney(keys, journey, now()), secure);
        return reply.header('cache-control', 'no-store').redirect(url, 302);
      } catch (error) {
        return toLogin(reply, 'oidc-unreachable', error);
      }
    }),
    bind(identity.oidcReturn, async ({ query, request, reply }) => {
      if (!provider) throw identityProblems['single-sign-on-off']();
      const journey = unpackJourney(keys, request.cookies?.[journeyCookie], now());
      clearJourney(reply, secure);
      if (!journey) return toLogin(reply, 'oidc-failed');
      if (query.error) return toLogin(reply, 'oidc-refused');
      const returned = new URL(returnUri(request));
      returned.search = new URL(request.url, returned).search;
      let named: { claim: string; value: string };
      try {
        named = await provider.finish(returned, journey);
      } catch (error) {
        return toLogin(reply, 'oidc-failed', error);
      }
      const begun = await signInByProvider(workings, { ...named, address: request.ip, former: sessionSecret(request) });
      if (begun === 'unmapped') return toLogin(reply, 'oidc-unmapped');
      if (begun === 'disabled') return toLogin(reply, 'account-disabled');
      setSession(reply, begun, secure);
      return reply.header('cache-control', 'no-store').redirect(journey.back, 302);
    }),
  ];
}
