import { useNavigate } from '@tanstack/react-router';

/** The list from which cases are opened one after the other: its order, and the way back to it. */
export interface Walk {
  numbers: readonly string[];
  back: Back;
}
/** A page with what stands after its `?`. */
export interface Back {
  to: string;
  search: Readonly<Record<string, string | undefined>>;
}
const storageKey = 'gongzhi.walk';
/** A longer walk nobody takes in one tab. */
const most = 2000;
let walk: Walk | null = null;

/** Says in which order the cases in sight stand; kept for this tab, also when it is loaded anew. */
export function keepWalk(next: Walk): void {
  walk = { ...next, numbers: next.numbers.slice(0, most) };
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(walk));
  } catch {
    // A browser without storage walks until the tab is loaded anew.
  }
}

function kept(): Walk | null {
  if (walk) return walk;
  try {
    const found = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    if (Array.isArray(found?.numbers) && typeof found.back?.to === 'string' && found.back.to.startsWith('/console')) walk = found;
  } catch {
    return null;
  }
  return walk;
}

export interface Step {
  at: number;
  count: number;
  previous: string | undefined;
  next: string | undefined;
}

/** Where a case stands in a walk; null where it does not. */
export function stepOf(from: Pick<Walk, 'numbers'> | null, number: string): Step | null {
  const at = from?.numbers.indexOf(number) ?? -1;
  if (!from || at < 0) return null;
  return { at: at + 1, count: from.numbers.length, previous: from.numbers[at - 1], next: from.numbers[at + 1] };
}

/** The case before and after this one in the list that was left for it, and the way back to that list. */
export function useWalk(number: string): (Step & { back: Back; go: (to: string | undefined) => void }) | null {
  const navigate = useNavigate();
  const from = kept();
  const step = stepOf(from, number);
  if (!step || !from) return null;
  return {
    ...step,
    back: from.back,
    // One walks through cases without leaving a trail: back leads to the list.
    go: (to) => to && void navigate({ to: '/console/cases/$number', params: { number: to } as never, replace: true }),
  };
}
