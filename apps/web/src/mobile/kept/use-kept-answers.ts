import type { Session } from '@gongzhi/contract/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetAnswers, keepAnswers } from './answers.ts';

/** Staff on the way find their tasks without a network; when nobody is signed in, nothing of them stays on the phone. */
export function useKeptAnswers(session: Session | null | undefined): void {
  const client = useQueryClient();
  const staff = session?.kind === 'staff' ? session.id : null;
  const nobody = session === null;
  useEffect(() => {
    if (staff) return keepAnswers(client, staff);
    if (nobody) void forgetAnswers();
    return undefined;
  }, [client, staff, nobody]);
}
