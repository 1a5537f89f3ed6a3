import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from './ask.ts';
import { nextPage, type Read, readFrontAgain } from './next-page.ts';
import type { Problem } from './problem.ts';

/** A list as far as somebody has read it. */
export interface Paged<One> {
  readonly value?: readonly One[] | undefined;
  readonly problem?: Problem | undefined;
  readonly isReading: boolean;
  /** Reads the next page; absent where there is none. */
  readonly more?: (() => void) | undefined;
  /** Reads the front again, where the latest stand. */
  readonly reload: () => void;
}

/** Asks for the first page of a list, and for one more whenever somebody wants it: nobody reads all of many thousands. */
export function usePages<One extends { readonly id: string }>(url: string): Paged<One> {
  const [read, setRead] = useState<Read<One>>({ url, isReading: true });
  const current = useRef(url);
  current.current = url;
  const latest = useRef(read);
  latest.current = read;
  const readOn = async ({ problem: _, ...before }: Read<One>): Promise<void> => {
    setRead({ ...before, isReading: true });
    const answered = await nextPage(before, get<One>);
    if (current.current === before.url) setRead(answered);
  };
  const reload = useCallback(() => {
    const before = latest.current;
    if (before.isReading) return;
    void readFrontAgain(before, get<One>).then((answered) => {
      // A page that came meanwhile is not thrown away.
      if (latest.current === before) setRead(answered);
    });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its front
  useEffect(() => void readOn({ url, isReading: true }), [url]);
  if (read.url !== url) return { isReading: true, reload };
  const { value, after, problem, isReading } = read;
  return {
    value,
    problem,
    isReading,
    reload,
    more: after === undefined ? undefined : () => void readOn(read),
  };
}

async function get<One>(page: string): Promise<readonly One[]> {
  return await ask<readonly One[]>('GET', page);
}
