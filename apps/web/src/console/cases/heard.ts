import { useEffect, useState } from 'react';
import { onHeard } from '../../shell/events.ts';

/** As many as can be asked for at once; the oldest are let go. */
export const mostHeard = 200;
/** A busy district acts many times a second; a list learns of it now and then. */
const gather = 2000;

/** The matters that were acted on since the list of this name was loaded, and a way to forget them when it is loaded anew. */
export function useHeard(list: string): [readonly string[], () => void] {
  const [heard, setHeard] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with nothing heard
  useEffect(() => {
    setHeard([]);
    const gathered = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const hear = (number: string) => {
      gathered.add(number);
      timer ??= setTimeout(() => {
        timer = null;
        const fresh = [...gathered];
        gathered.clear();
        setHeard((before) => [...new Set([...before, ...fresh])].slice(-mostHeard));
      }, gather);
    };
    onHeard.add(hear);
    return () => {
      onHeard.delete(hear);
      if (timer) clearTimeout(timer);
    };
  }, [list]);
  return [heard, () => setHeard([])];
}
