import type { FlowWords } from '@harrier/logs';
import type { AllWords } from '../../words/for-language.ts';

/** What diagrams and traces of a flow say, in the reader's language. */
export function flowWords({ trace, knowledge }: AllWords): FlowWords {
  return {
    language: knowledge.language,
    browser: trace.browser,
    gateway: trace.gateway,
    failed: trace.failed,
    notSet: trace.notSet,
    call: trace.call,
    noAnswer: trace.noAnswer,
    noLine: (call) => trace.noLine(trace.call(call)),
  };
}
