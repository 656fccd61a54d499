import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** A parameter of the page's path: `useParam('number')` on `/console/cases/$number`. */
export function useParam(name: string): string {
  return (useParams({ strict: false }) as Record<string, string>)[name] ?? '';
}

/**
 * What stands after the `?`, as text, and a way to change it. Filters of lists live there, so that a view can be sent as
 * an address. `set({ state: 'filed', page: undefined })` changes what it names and leaves the rest.
 */
export function useSearchState(): [
  Record<string, string | undefined>,
  (change: Record<string, string | undefined>, options?: { push?: boolean }) => void,
] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  return [
    search,
    (change, { push = false } = {}) =>
      void navigate({
        to: '.',
        search: ((before: object) => ({ ...before, ...change })) as never,
        replace: !push,
        resetScroll: false,
      } as never),
  ];
}
