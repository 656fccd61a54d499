import { identity, type Session } from '@gongzhi/contract/identity';
import type { Permission } from '@gongzhi/contract/permissions';
import { useQuery } from '@tanstack/react-query';
import { type ApiProblem, call, onSignedOut } from './api.ts';
import type { Need } from './area.ts';
import { keepSession, keptSession } from './kept-session.ts';
import { queryClient } from './query.ts';

const question = {
  queryKey: ['session'],
  queryFn: async () => {
    try {
      const { session } = await call(identity.readSession, {});
      keepSession(session);
      return session;
    } catch (problem) {
      const kept = (problem as ApiProblem).status === 0 ? keptSession() : null;
      if (kept) return kept;
      throw problem;
    }
  },
  staleTime: 5 * 60_000,
} as const;

/** The session before a page is drawn; null where nobody is signed in or the server is out of reach. */
export async function readSession(): Promise<Session | null> {
  try {
    return await queryClient.ensureQueryData(question);
  } catch {
    return null;
  }
}

/** What was asked as somebody else is forgotten; whoever watches the session hears of the change. */
function change(session: Session | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => name !== question.queryKey[0] });
  queryClient.setQueryData(question.queryKey, session);
  keepSession(session);
}

/** Takes over the answer of a sign-in. */
export const beginSession = (session: Session): void => change(session);
export const forgetSession = (): void => change(null);

/** Ends the session and leaves by a whole new page, so that nothing of it stays in memory. Rejects where the server cannot be reached. */
export async function signOut(door: '/' | '/login' | '/m'): Promise<void> {
  await call(identity.signOut, {}).catch((problem: ApiProblem) => {
    if (problem.status !== 401) throw problem;
  });
  keepSession(null);
  location.assign(door);
}

// A page that finds its session gone is told so once; the frame then shows the way to sign in again.
onSignedOut.add(() => {
  keepSession(null);
  queryClient.setQueryData(question.queryKey, null);
});

/** Who is signed in: `undefined` while not known yet, `null` for nobody. */
export function useSession(): Session | null | undefined {
  return useQuery(question).data;
}

export function meets(session: Session | null | undefined, need: Need | undefined): boolean {
  if (need === undefined) return true;
  if (!session) return false;
  if (need === 'signed-in') return true;
  if (need === 'staff' || need === 'resident') return session.kind === need;
  const any = typeof need === 'string' ? [need] : need;
  return any.some((permission) => session.permissions.includes(permission));
}

/** `const may = useMay(); may('case.dispatch')`. The server judges; this only spares a person a button that would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) => meets(session, permission);
}
