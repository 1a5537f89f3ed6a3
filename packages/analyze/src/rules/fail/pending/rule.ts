import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests that were still in flight when the capture was saved: nobody knows how they ended. One finding for all of
 * them, named by the earliest, which had been waiting longest.
 * Chrome marks them by `blocked` far below zero; others by status 0 and no time. Exporters that write no network errors (Firefox, Safari)
 * write the same of what was blocked or broke, so there it is a hint.
 */
export const pending: Rule<'fail/pending'> = {
  meta: { id: 'fail/pending', severity: 'info', class: 'proven', knowledgeId: 'capture/pending' },
  *detect(view) {
    const failures = view.failures.filter((failure) => failure.reading === 'pending');
    const [first] = failures;
    if (first === undefined) return;
    yield {
      entries: failures.map(({ row }) => row),
      evidence: [
        { entry: first.row, pointer: '/response/status', role: 'cause' },
        ...(Number.isNaN(view.index.columns.blocked[first.row])
          ? []
          : [{ entry: first.row, pointer: '/timings/blocked', role: 'context' as const }]),
      ],
      ...(view.holds('network-errors') ? {} : { class: 'hint' as const }),
      facts: {
        ...exchangeFacts(first.exchange, failures.length),
        ...(view.holds('network-errors') ? {} : { maybeStopped: true as const }),
      },
    };
  },
};
