import { useEffect, useRef, useState } from 'react';
import { ask } from './ask.ts';
import { nextPage, type Read } from './next-page.ts';
import type { Problem } from './problem.ts';

/** A list as far as somebody has read it. */
export interface Paged<One> {
  readonly value?: readonly One[] | undefined;
  readonly problem?: Problem | undefined;
  readonly isReading: boolean;
  /** Reads the next page; absent where there is none. */
  readonly more?: (() => void) | undefined;
}

/** Asks for the first page of a list, and for one more whenever somebody wants it: nobody reads all of many thousands. */
export function usePages<One extends { readonly id: string }>(url: string): Paged<One> {
  const [read, setRead] = useState<Read<One>>({ url, isReading: true });
  const current = useRef(url);
  current.current = url;
  const readOn = async ({ problem: _, ...before }: Read<One>): Promise<void> => {
    setRead({ ...before, isReading: true });
    const answered = await nextPage(before, (page) => ask<readonly One[]>('GET', page));
    if (current.current === before.url) setRead(answered);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its front
  useEffect(() => void readOn({ url, isReading: true }), [url]);
  if (read.url !== url) return { isReading: true };
  const { value, after, problem, isReading } = read;
  return {
    value,
    problem,
    isReading,
    more: after === undefined ? undefined : () => void readOn(read),
  };
}
