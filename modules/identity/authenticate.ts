import { type Actor, anonymous } from '@gongzhi/contract/actor';
import type { FastifyRequest } from 'fastify';
import type { Callers } from './callers.ts';
import { sessionSecret } from './http/cookies.ts';
import { identityProblems } from './problems.ts';

/** Who calls. A bearer token that is not good is refused, for a program should learn of it; a cookie that is not good is nobody's. */
export async function authenticate(callers: Callers, request: FastifyRequest): Promise<Actor> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) {
    const actor = await callers.ofToken(bearer);
    if (!actor) throw identityProblems['token-invalid']();
    return actor;
  }
  const secret = sessionSecret(request);
  const found = secret ? await callers.ofSession(secret) : null;
  return found?.actor ?? anonymous;
}
