import { useEffect, useRef } from 'react';

/** What fetches what paper needs and a window does not, by whoever draws it. */
const preparations = new Set<() => Promise<unknown>>();

/** `prepare` is called, and waited for, before the page is put on paper. */
export function useBeforePrint(prepare: () => Promise<unknown>): void {
  const latest = useRef(prepare);
  latest.current = prepare;
  useEffect(() => {
    const call = (): Promise<unknown> => latest.current();
    preparations.add(call);
    return () => void preparations.delete(call);
  }, []);
}

/**
 * Prints the page once everything is there. A browser that prints by itself, from its menu, waits for nobody: it takes
 * what has come.
 */
export async function printPage(): Promise<void> {
  await Promise.allSettled([...preparations].map((prepare) => prepare()));
  window.print();
}
