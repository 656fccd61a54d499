import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Begun } from '../commands/begin-session.ts';
import { journeySeconds } from '../rules/journey.ts';

export const sessionCookie = 'gongzhi';
export const journeyCookie = 'gongzhi-journey';
const journeyPath = '/api/session/oidc';

/** The secret of the session that the browser came with, whether or not it still holds. */
export const sessionSecret = (request: FastifyRequest): string | undefined => request.cookies?.[sessionCookie];

/** Out of reach of scripts; Lax, so that a link from outside arrives signed in while a form from outside does not. */
export function setSession(reply: FastifyReply, { secret, expiresAt }: Begun, secure: boolean): void {
  reply.setCookie(sessionCookie, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires: expiresAt });
}

export function clearSession(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(sessionCookie, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

export function setJourney(reply: FastifyReply, packed: string, secure: boolean): void {
  reply.setCookie(journeyCookie, packed, { path: journeyPath, httpOnly: true, sameSite: 'lax', secure, maxAge: journeySeconds });
}

export function clearJourney(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(journeyCookie, { path: journeyPath, httpOnly: true, sameSite: 'lax', secure });
}
