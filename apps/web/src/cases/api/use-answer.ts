import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../../words/use-words.ts';
import { ask, askForAll } from './ask.ts';
import { Problem } from './problem.ts';

/** What a page asked for, and where that stands. While it is asked for again, what was there stays. */
export interface Answered<Value> {
  readonly value?: Value | undefined;
  readonly problem?: Problem | undefined;
  readonly reload: () => void;
}

/** Asks for something and again whenever the address or the language changes. No address: asks for nothing. */
export function useAnswer<Value>(url: string | undefined): Answered<Value> {
  return useAsked(url, getAnswer<Value>);
}

/** The same for a list that comes page by page. */
export function useWholeList<One extends { readonly id: string }>(url: string): Answered<readonly One[]> {
  return useAsked(url, askForAll<One>);
}

async function getAnswer<Value>(url: string): Promise<Value> {
  return await ask<Value>('GET', url);
}

function useAsked<Value>(url: string | undefined, get: (url: string) => Promise<Value>): Answered<Value> {
  const { language } = useLanguage();
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<{ url?: string; value?: Value; problem?: Problem | undefined }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language and the turn are reasons to ask again
  useEffect(() => {
    if (url === undefined) return;
    let isOld = false;
    get(url).then(
      (value) => {
        if (!isOld) setFound({ url, value });
      },
      (error: unknown) => {
        if (error instanceof Problem && !isOld) setFound((before) => ({ ...before, url, problem: error }));
      },
    );
    return () => {
      isOld = true;
    };
  }, [url, get, language, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  // What was asked of another address is not shown under this one.
  return found.url === url ? { value: found.value, problem: found.problem, reload } : { reload };
}
