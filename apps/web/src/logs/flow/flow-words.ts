import type { FlowWords } from '@harrier/logs/for-pages';
import { useMemo } from 'react';
import { useWords } from '../../words/use-words.ts';

/** What diagrams, exports and lists of a flow say, in the reader's language. */
export function useFlowWords(): FlowWords {
  const { logs, knowledge } = useWords();
  return useMemo(() => {
    const { flow } = logs;
    return {
      language: knowledge.language,
      browser: flow.browser,
      gateway: flow.gateway,
      failed: flow.failed,
      notSet: flow.notSet,
      call: flow.call,
      noAnswer: flow.noAnswer,
      noLine: (call) => flow.noLine(flow.call(call)),
    };
  }, [logs, knowledge]);
}
