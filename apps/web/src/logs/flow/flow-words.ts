import { type FlowWords, flowWords } from '@harrier/logs/for-pages';
import { useMemo } from 'react';
import { useWords } from '../../words/use-words.ts';

/** What diagrams, exports and lists of a flow say, in the reader's language. */
export function useFlowWords(): FlowWords {
  const { knowledge } = useWords();
  return useMemo(() => flowWords(knowledge), [knowledge]);
}
