import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../../words/use-words.ts';
import { ask } from './ask.ts';
import { Problem } from './problem.ts';

/** What a page asked for, and where that stands. While it is asked for again, what was there stays. */
export interface Answered<Value> {
  readonly value?: Value | undefined;
  readonly problem?: Problem | undefined;
  readonly reload: () => void;
}

/** Asks for something and again whenever the address or the language changes. No address: asks for nothing. */
export function useAnswer<Value>(url: string | undefined): Answered<Value> {
  const { language } = useLanguage();
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<{ url?: string; value?: Value; problem?: Problem | undefined }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language and the turn are reasons to ask again
  useEffect(() => {
    if (url === undefined) return;
    let isOld = false;
    ask<Value>('GET', url).then(
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
  }, [url, language, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  // What was asked of another address is not shown under this one.
  return found.url === url ? { value: found.value, problem: found.problem, reload } : { reload };
}
