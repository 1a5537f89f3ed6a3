import { useEffect, useRef, useState } from 'react';
import { ask, PAGE } from './ask.ts';
import { Problem } from './problem.ts';

/** A list as far as somebody has read it. */
export interface Paged<One> {
  readonly value?: readonly One[] | undefined;
  readonly problem?: Problem | undefined;
  readonly isReading: boolean;
  /** Reads the next page; absent where there is none. */
  readonly more?: (() => void) | undefined;
}

/** How far a list has been read. */
export interface Read<One> {
  readonly url: string;
  readonly value?: readonly One[];
  /** The last one of the last page; absent: there is nothing behind it. */
  readonly after?: string;
  readonly problem?: Problem;
  readonly isReading: boolean;
}

/** Asks for the first page of a list, and for one more whenever somebody wants it: nobody reads all of many thousands. */
export function usePages<One extends { readonly id: string }>(url: string): Paged<One> {
  const [read, setRead] = useState<Read<One>>({ url, isReading: true });
  const current = useRef(url);
  current.current = url;
  const readOn = async ({ problem: _, ...before }: Read<One>): Promise<void> => {
    setRead({ ...before, isReading: true });
    const answered = await nextPage(before);
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

/** The list with one page more, or with what went wrong. */
export async function nextPage<One extends { readonly id: string }>(before: Read<One>): Promise<Read<One>> {
  const { url, value = [], after } = before;
  const next = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
  try {
    const page = await ask<readonly One[]>('GET', `${url}${url.includes('?') ? '&' : '?'}limit=${PAGE}${next}`);
    // Where the last one has changed meanwhile, it stands at the front, and those behind it come again.
    const known = new Set(value.map(({ id }) => id));
    const last = page.length < PAGE ? undefined : page.at(-1);
    return {
      url,
      value: [...value, ...page.filter(({ id }) => !known.has(id))],
      ...(last === undefined ? {} : { after: last.id }),
      isReading: false,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...before, problem: error, isReading: false };
  }
}
